use liaison_core::{
    audit::What, numbers::Mobile, organization::Role, policy::ExternalMode, refusal::Field,
};
use liaison_ui::{Text, intl};

use crate::{
    tell,
    words::{audit::act as word, value},
};

/// Every kind of act that a console's log can hold, in the order in which a filter offers them.
pub const KINDS: &[What] = &[
    What::OrganizationOpened,
    What::DepartmentCreated,
    What::DepartmentRenamed,
    What::DepartmentMoved,
    What::DepartmentPlaced,
    What::DepartmentDeleted,
    What::MemberAdded,
    What::MemberChanged,
    What::MemberJoined,
    What::MemberSuspended,
    What::MemberRestored,
    What::MemberLeft,
    What::MembersImported,
    What::InvitationMade,
    What::InvitationRevoked,
    What::RoleGiven,
    What::RoleTaken,
    What::OwnershipHandedOver,
    What::ExternalPolicyChanged,
    What::ColleaguePolicyChanged,
    What::GreetingPolicyChanged,
    What::PartnerAdded,
    What::PartnerRemoved,
    What::OutsideContactAdded,
    What::TrailExported,
];

pub fn what(what: What) -> Text {
    match what {
        What::RegistrationSubmitted => word::registration_submitted(),
        What::RegistrationWithdrawn => word::registration_withdrawn(),
        What::CaseClaimed => word::case_claimed(),
        What::CaseReleased => word::case_released(),
        What::CasePassedOn => word::case_passed_on(),
        What::QuestionAsked => word::question_asked(),
        What::QuestionAnswered => word::question_answered(),
        What::RegistrationApproved => word::registration_approved(),
        What::RegistrationRejected => word::registration_rejected(),
        What::DocumentOpened => word::document_opened(),
        What::IdentitySubmitted => word::identity_submitted(),
        What::IdentityApproved => word::identity_approved(),
        What::IdentityRefused => word::identity_refused(),
        What::ReviewerAppointed => word::reviewer_appointed(),
        What::VerificationWayChanged => word::verification_way_changed(),
        What::OrganizationOpened => word::organization_opened(),
        What::DepartmentCreated => word::department_created(),
        What::DepartmentRenamed => word::department_renamed(),
        What::DepartmentMoved => word::department_moved(),
        What::DepartmentPlaced => word::department_placed(),
        What::DepartmentDeleted => word::department_deleted(),
        What::MemberAdded => word::member_added(),
        What::MemberChanged => word::member_changed(),
        What::MemberSuspended => word::member_suspended(),
        What::MemberRestored => word::member_restored(),
        What::MemberLeft => word::member_left(),
        What::MemberJoined => word::member_joined(),
        What::MembersImported => word::members_imported(),
        What::InvitationMade => word::invitation_made(),
        What::InvitationRevoked => word::invitation_revoked(),
        What::RoleGiven => word::role_given(),
        What::RoleTaken => word::role_taken(),
        What::OwnershipHandedOver => word::ownership_handed_over(),
        What::ExternalPolicyChanged => word::external_policy_changed(),
        What::GreetingPolicyChanged => word::greeting_policy_changed(),
        What::ColleaguePolicyChanged => word::colleague_policy_changed(),
        What::PartnerAdded => word::partner_added(),
        What::PartnerRemoved => word::partner_removed(),
        What::OutsideContactAdded => word::outside_contact_added(),
        What::TrailExported => word::trail_exported(),
    }
}

/// A value as the trail keeps it, in words where it is no name.
pub fn change(field: Field, kept: &str) -> Text {
    match (field, kept) {
        (Field::ExternalMode, _) => {
            let modes = [
                ExternalMode::Closed,
                ExternalMode::Partners,
                ExternalMode::Open,
            ];
            let mode = modes.into_iter().find(|mode| mode.key() == kept);
            mode.map_or_else(|| kept.into(), tell::mode)
        }
        (Field::Role, _) => {
            let roles = [Role::Owner, Role::Administrator, Role::Auditor];
            let role = roles.into_iter().find(|role| role.name() == kept);
            role.map_or_else(|| kept.into(), tell::role)
        }
        (Field::Expiry | Field::Until, _) => match kept.parse() {
            Ok(time) => intl::date_time(time),
            Err(_) => kept.into(),
        },
        (Field::Mobile, _) => match Mobile::parse(kept, None) {
            Ok(mobile) => mobile.spaced().into(),
            Err(_) => kept.into(),
        },
        (Field::Permitted | Field::Serving, "everyone") => value::everyone(),
        (Field::Permitted | Field::Serving, "nobody") => value::nobody(),
        (Field::WithoutOrganization | Field::AutomaticAcceptance | Field::Greetings, "yes") => {
            value::yes()
        }
        (Field::WithoutOrganization | Field::AutomaticAcceptance | Field::Greetings, "no") => {
            value::no()
        }
        _ => kept.into(),
    }
}
