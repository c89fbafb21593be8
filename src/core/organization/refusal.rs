use serde::{Deserialize, Serialize};

use crate::refusal::{Next, Owner, Side, Told, told};

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum OrganizationRefusal {
    /// A member, but not with this right.
    NeedsAdministrator,
    NeedsOwner,
    /// An auditor reads the console and changes nothing (ORG 5).
    AuditorOnlyReads,
    /// The owner cannot be removed, suspended or given another role (ORG 5).
    OwnerStays,
    /// No administrator gives a right that it does not hold.
    RightNotHeld,
    /// Who was suspended before joining cannot join.
    SuspendedSeat,
    /// Whoever is suspended is restored before they are invited.
    MemberSuspended,
    /// A role is for somebody who has joined and is not suspended.
    MemberNotActive,
    DepartmentNotEmpty,
    DepartmentTooDeep,
    DepartmentLoop,
    /// The top department is the organization itself.
    TopDepartmentStays,
    TooManyDepartments,
    /// Nobody is their own manager's manager.
    ManagerLoop,
    InvitationRevoked,
    InvitationExpired,
    InvitationUsed,
    /// The invitation is for somebody with another mobile number.
    NotYourInvitation,
    AlreadyMember,
    /// Ownership goes to an active, identity-verified member (REG 9).
    HeirNotReady,
    /// An import that would remove more than a fifth of the members (ORG 3).
    ImportRemovesTooMany,
}

impl OrganizationRefusal {
    pub fn told(&self) -> Told {
        use OrganizationRefusal::*;
        match self {
            NeedsAdministrator | AuditorOnlyReads | RightNotHeld => {
                told(Side::Yours, Owner::YourOwner, Next::AskYourOwner)
            }
            NeedsOwner => told(Side::Yours, Owner::YourOwner, Next::AskYourOwner),
            OwnerStays => told(Side::Platform, Owner::YourOwner, Next::AskYourOwner),
            SuspendedSeat => told(
                Side::Theirs,
                Owner::TheirAdministrators,
                Next::AskWhoInvited,
            ),
            DepartmentNotEmpty | DepartmentTooDeep | DepartmentLoop | ManagerLoop
            | ImportRemovesTooMany | HeirNotReady | MemberNotActive | MemberSuspended => {
                told(Side::Yours, Owner::You, Next::Correct)
            }
            TopDepartmentStays | TooManyDepartments => {
                told(Side::Platform, Owner::Nobody, Next::Nothing)
            }
            InvitationRevoked | InvitationExpired | InvitationUsed | NotYourInvitation => told(
                Side::Theirs,
                Owner::TheirAdministrators,
                Next::AskForNewCode,
            ),
            AlreadyMember => told(Side::Yours, Owner::Nobody, Next::Nothing),
        }
    }
}
