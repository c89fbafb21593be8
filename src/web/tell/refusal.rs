use leptos::prelude::*;
use liaison_core::{
    account::AccountRefusal,
    contact::ContactRefusal,
    desk::DeskRefusal,
    identity::IdentityRefusal,
    limits,
    organization::OrganizationRefusal,
    policy::Rule,
    refusal::{Field, Next, Owner, Problem, Refusal, Side},
    registration::RegistrationRefusal,
    time::Time,
};
use liaison_ui::{ButtonLink, RefusalCard, Text, intl};

use super::{field, number_problem};
use crate::{
    route::{Route, route},
    screens::{contacts::ContactsRoute, me::MeRoute, register::RegisterRoute},
    words::{self, refusal as word},
};

/// A refusal as a card: what was not possible, which rule and whose, who can change it, what to do next (POL 4).
#[component]
pub fn Refused(
    /// What was not possible.
    #[prop(into)]
    what: Text,
    refusal: Refusal,
    /// The act that leads on.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let told = refusal.told();
    let rule = self::refusal(refusal);
    let act = match (children, way(told.next, route().get_untracked())) {
        (Some(children), _) => children().into_any(),
        (None, Some((label, to))) => {
            view! { <ButtonLink label=label href=to.href() small=true /> }.into_any()
        }
        (None, None) => ().into_any(),
    };
    view! {
        <RefusalCard title=what rule=rule side=side(told.side) who=owner(told.owner) next=next(told.next)>
            {act}
        </RefusalCard>
    }
    .into_any()
}

/// The rule as one sentence.
pub fn refusal(refusal: Refusal) -> Text {
    match refusal {
        Refusal::NotThere => word::general::not_there(),
        Refusal::SignIn => word::general::sign_in(),
        Refusal::Input(field, problem) => self::problem(field, problem),
        Refusal::Account(refusal) => account(refusal),
        Refusal::Registration(refusal) => registration(refusal),
        Refusal::Desk(refusal) => desk(refusal),
        Refusal::Organization(refusal) => organization(refusal),
        Refusal::Identity(refusal) => identity(refusal),
        Refusal::Policy(rule) => policy(rule),
        Refusal::Contact(refusal) => contact(refusal),
    }
}

/// What is wrong with a field, and how to mend it.
pub fn problem(at: Field, problem: Problem) -> Text {
    use crate::words::refusal::problem as word;
    let field = field(at);
    match problem {
        Problem::Missing => word::missing(field),
        Problem::TooShort { least } => word::too_short(field, u64::from(least)),
        Problem::TooLong { most, is } => word::too_long(field, u64::from(most), u64::from(is)),
        Problem::HiddenSign => word::hidden_sign(field),
        Problem::Form => word::form(field),
        Problem::Unknown => word::unknown(field),
        Problem::Own => word::own(field),
        Problem::Taken => word::taken(field),
        Problem::Repeats { row } => word::repeats(field, u64::from(row)),
        Problem::TooMany { most } => word::too_many(field, u64::from(most)),
        Problem::NoSuchDay => word::no_such_day(field),
        Problem::NotWanted if at == Field::Greeting => word::no_greeting(),
        Problem::NotWanted => word::not_wanted(field),
        Problem::FileType => word::file_type(field),
        Problem::TooLarge { most, is } => {
            word::too_large(field, intl::bytes(most), intl::bytes(is))
        }
        Problem::Expired => word::expired(field),
        Problem::TooOld { months } => word::too_old(field, u64::from(months)),
        Problem::InFuture => word::in_future(field),
        Problem::Differs(other) => word::differs(field, super::field(other)),
        Problem::Number(problem) => number_problem(field, problem),
    }
}

fn account(refusal: AccountRefusal) -> Text {
    use crate::words::refusal::account as word;
    match refusal {
        AccountRefusal::MobileHasAccount => word::mobile_has_account(),
        AccountRefusal::WrongCode { tries_left } => word::wrong_code(u64::from(tries_left)),
        AccountRefusal::NoTryLeft => word::no_try_left(),
        AccountRefusal::CodeExpired => word::code_expired(),
        AccountRefusal::TooManyCodes { again } => word::too_many_codes(moment(again)),
        AccountRefusal::SameRegion => word::same_region(),
    }
}

fn registration(refusal: RegistrationRefusal) -> Text {
    use crate::words::refusal::registration as word;
    match refusal {
        RegistrationRefusal::NotEditable => word::not_editable(),
        RegistrationRefusal::EntityTaken => word::entity_taken(),
        RegistrationRefusal::Ended => word::ended(),
        RegistrationRefusal::Closed => word::closed(),
        RegistrationRefusal::NotAsked => word::not_asked(),
        RegistrationRefusal::AnswerInstead => word::answer_instead(),
        RegistrationRefusal::NothingAsked => word::nothing_asked(),
        RegistrationRefusal::NotSubmitted => word::not_submitted(),
        RegistrationRefusal::NotEnded => word::not_ended(),
        RegistrationRefusal::TooManyOpen => word::too_many_open(),
    }
}

fn desk(refusal: DeskRefusal) -> Text {
    use crate::words::refusal::desk as word;
    match refusal {
        DeskRefusal::ClaimedByAnother => word::claimed_by_another(),
        DeskRefusal::ClaimFirst => word::claim_first(),
        DeskRefusal::AlreadyDecided => word::already_decided(),
        DeskRefusal::OwnCase => word::own_case(),
        DeskRefusal::OwnCaseOfReceiver => word::own_case_of_receiver(),
        DeskRefusal::WaitingForApplicant => word::waiting_for_applicant(),
        DeskRefusal::Closed => word::closed(),
        DeskRefusal::Withdrawn => word::withdrawn(),
        DeskRefusal::NewerAttempt => word::newer_attempt(),
        DeskRefusal::NoQuestionLeft => word::no_question_left(),
        DeskRefusal::NoSuchReviewer => word::no_such_reviewer(),
        DeskRefusal::AlreadyReviewer => word::already_reviewer(),
    }
}

fn organization(refusal: OrganizationRefusal) -> Text {
    use crate::words::refusal::organization as word;
    match refusal {
        OrganizationRefusal::NeedsAdministrator => word::needs_administrator(),
        OrganizationRefusal::NeedsOwner => word::needs_owner(),
        OrganizationRefusal::AuditorOnlyReads => word::auditor_only_reads(),
        OrganizationRefusal::OwnerStays => word::owner_stays(),
        OrganizationRefusal::RightNotHeld => word::right_not_held(),
        OrganizationRefusal::SuspendedSeat => word::suspended_seat(),
        OrganizationRefusal::MemberSuspended => word::member_suspended(),
        OrganizationRefusal::DepartmentNotEmpty => word::department_not_empty(),
        OrganizationRefusal::DepartmentTooDeep => {
            word::department_too_deep(limits::DEPARTMENT_DEPTH as u64)
        }
        OrganizationRefusal::DepartmentLoop => word::department_loop(),
        OrganizationRefusal::TopDepartmentStays => word::top_department_stays(),
        OrganizationRefusal::TooManyDepartments => {
            word::too_many_departments(limits::DEPARTMENTS as u64)
        }
        OrganizationRefusal::InvitationRevoked => word::invitation_revoked(),
        OrganizationRefusal::InvitationExpired => word::invitation_expired(),
        OrganizationRefusal::InvitationUsed => word::invitation_used(),
        OrganizationRefusal::NotYourInvitation => word::not_your_invitation(),
        OrganizationRefusal::AlreadyMember => word::already_member(),
        OrganizationRefusal::HeirNotReady => word::heir_not_ready(),
        OrganizationRefusal::MemberNotActive => word::member_not_active(),
        OrganizationRefusal::ManagerLoop => word::manager_loop(),
        OrganizationRefusal::ImportRemovesTooMany => word::import_removes_too_many(),
    }
}

fn identity(refusal: IdentityRefusal) -> Text {
    use crate::words::refusal::identity as word;
    match refusal {
        IdentityRefusal::NoWayInRegion => word::no_way_in_region(),
        IdentityRefusal::AlreadyPending => word::already_pending(),
        IdentityRefusal::AlreadyVerified => word::already_verified(),
        IdentityRefusal::TooManyAttempts { again } => word::too_many_attempts(moment(again)),
        IdentityRefusal::OtherWay => word::other_way(),
        IdentityRefusal::NumberUsedUp => word::number_used_up(),
    }
}

fn policy(rule: Rule) -> Text {
    use crate::words::refusal::policy as word;
    match rule {
        Rule::FromYourSeat => word::from_your_seat(),
        Rule::YourSeat => word::your_seat(),
        Rule::YourIdentity => word::your_identity(),
        Rule::YourOrganizationClosed => word::your_organization_closed(),
        Rule::YouNotPermitted => word::you_not_permitted(),
        Rule::NotFound => word::not_found(),
        Rule::NotYourPartner => word::not_your_partner(),
        Rule::NobodyWithoutOrganization => word::nobody_without_organization(),
        Rule::YouDoNotServe => word::you_do_not_serve(),
        Rule::TheirOrganization => word::their_organization(),
        Rule::TheirSeat => word::their_seat(),
        Rule::TheirIdentity => word::their_identity(),
        Rule::OtherRealm => word::other_realm(),
        Rule::YouBlock => word::you_block(),
        Rule::YouRemoved => word::you_removed(),
        Rule::NotAContact => word::not_a_contact(),
    }
}

fn contact(refusal: ContactRefusal) -> Text {
    use crate::words::refusal::contact as word;
    match refusal {
        ContactRefusal::Yourself => word::yourself(),
        ContactRefusal::AlreadyContacts => word::already_contacts(),
        ContactRefusal::AlreadyAsked => word::already_asked(),
        ContactRefusal::NotJoinedYet => word::not_joined_yet(),
        ContactRefusal::ColleagueSuspended => word::colleague_suspended(),
        ContactRefusal::TheyAskedYou => word::they_asked_you(),
        ContactRefusal::RenewLater { at } => word::renew_later(moment(at)),
        ContactRefusal::DailyLimit { most, resets } => {
            word::daily_limit(u64::from(most), moment(resets))
        }
        ContactRefusal::SearchLimit { most, resets } => {
            word::search_limit(u64::from(most), moment(resets))
        }
        ContactRefusal::RequestGone => word::request_gone(),
        ContactRefusal::AnswerTooOld => word::answer_too_old(),
    }
}

fn moment(time: Time) -> Text {
    intl::date_time(time.0)
}

fn side(side: Side) -> Text {
    match side {
        Side::Yours => word::side::yours(),
        Side::Theirs => word::side::theirs(),
        Side::Platform => word::side::platform(),
    }
}

fn owner(owner: Owner) -> Text {
    match owner {
        Owner::You => word::owner::you(),
        Owner::YourAdministrators => word::owner::your_administrators(),
        Owner::YourOwner => word::owner::your_owner(),
        Owner::TheOtherPerson => word::owner::the_other_person(),
        Owner::TheirAdministrators => word::owner::their_administrators(),
        Owner::Reviewers => word::owner::reviewers(),
        Owner::Operator => word::owner::operator(),
        Owner::Nobody => word::owner::nobody(),
    }
}

/// Where the next step is done, and the way back from there.
fn way(next: Next, here: Route) -> Option<(Text, Route)> {
    match next {
        Next::SignIn => {
            // Whoever signs in needs no account any more.
            let then = match here {
                Route::SignUp { then } => then,
                here => Box::new(here),
            };
            Some((words::app::sign_in(), Route::SignIn { then }))
        }
        Next::VerifyIdentity => {
            let then = Some(Box::new(here));
            Some((word::way::identity(), Route::Me(MeRoute::Identity { then })))
        }
        Next::ChangeRegion => {
            // The region leads on to the verification, and that back to where it was needed.
            let then = match here {
                Route::Me(MeRoute::Identity { then }) => then,
                here => Some(Box::new(here)),
            };
            Some((word::way::region(), Route::Me(MeRoute::Region { then })))
        }
        Next::AnswerRequest => Some((
            word::way::requests(),
            Route::Contacts(ContactsRoute::Requests),
        )),
        Next::EndApplication => Some((
            word::way::applications(),
            Route::Register(RegisterRoute::Mine),
        )),
        _ => None,
    }
}

fn next(next: Next) -> Text {
    match next {
        Next::Correct => word::next::correct(),
        Next::LookAgain => word::next::look_again(),
        Next::SignIn => word::next::sign_in(),
        Next::AskForNewCode => word::next::ask_for_new_code(),
        Next::AskWhoInvited => word::next::ask_who_invited(),
        Next::SendCodeAgain => word::next::send_code_again(),
        Next::AskYourAdministrators => word::next::ask_your_administrators(),
        Next::AskYourOwner => word::next::ask_your_owner(),
        Next::AskThemToAskTheirs => word::next::ask_them_to_ask_theirs(),
        Next::VerifyIdentity => word::next::verify_identity(),
        Next::ChangeRegion => word::next::change_region(),
        Next::Wait => word::next::wait(),
        Next::TryLater => word::next::try_later(),
        Next::SendRequest => word::next::send_request(),
        Next::ActFromSeat => word::next::act_from_seat(),
        Next::Unblock => word::next::unblock(),
        Next::AnswerRequest => word::next::answer_request(),
        Next::StartAnew => word::next::start_anew(),
        Next::EndApplication => word::next::end_application(),
        Next::AskSupport => word::next::ask_support(),
        Next::Nothing => word::next::nothing(),
    }
}

#[cfg(test)]
mod tests {
    use super::{Next, Route, way};

    #[test]
    fn whoever_is_led_away_is_led_back_to_where_they_were_going() {
        let join = format!("join/{}/{}", "0".repeat(32), "0".repeat(32));
        for (next, here, there) in [
            (Next::SignIn, join.clone(), format!("sign-in/{join}")),
            (
                Next::SignIn,
                format!("sign-up/{join}"),
                format!("sign-in/{join}"),
            ),
            (
                Next::VerifyIdentity,
                "contacts/add".into(),
                "me/profile/name/identity/then/contacts/add".into(),
            ),
            (
                Next::ChangeRegion,
                "me/profile/name/identity/then/contacts/add".into(),
                "me/settings/account/region/then/contacts/add".into(),
            ),
            (
                Next::ChangeRegion,
                "me/profile/name/identity".into(),
                "me/settings/account/region".into(),
            ),
        ] {
            let way = way(next, Route::parse(&here));
            let way = way.map(|(_, route)| route.path().join("/"));
            assert_eq!(way, Some(there), "{next:?} {here}");
        }
    }
}
