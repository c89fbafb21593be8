//! An organization and the people in it (ORG): departments, members, roles, invitations.

pub mod add_member;
pub mod change_member;
pub mod create_department;
pub mod delete_department;
pub mod department;
pub mod details;
pub mod directory;
pub mod give_role;
pub mod hand_over_ownership;
pub mod import;
pub mod invariants;
pub mod invitation;
pub mod invitations_for_me;
pub mod join;
pub mod make_invitation;
pub mod member;
pub mod move_department;
pub mod move_members;
pub mod open;
pub mod open_invitation;
pub mod place_department;
mod refusal;
pub mod remove_members;
pub mod rename_department;
pub mod restore_members;
pub mod revoke_invitation;
pub mod roster;
pub mod searchable;
pub mod still_members;
pub mod suspend_members;
pub mod take_role;
pub mod tree;

use std::{fmt, ops::Deref};

use serde::{Deserialize, Serialize};

pub use refusal::OrganizationRefusal;

use crate::{
    account::active_seat,
    command::Tx,
    id::{AccountId, DepartmentId, InvitationId, MemberId, OrganizationId, Token},
    numbers::Mobile,
    refusal::Refusal,
    row::{KeyPart, ReadRows, rows},
    space::Space,
    store::{Read, Stop},
    text::{Line, folded},
    time::{Time, UtcOffset},
};

/// Separate worlds of law and operation. Data never moves between them (REG 8).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Realm {
    Mainland,
    International,
}

impl Realm {
    /// Where its business days begin and end (REG 6).
    pub fn offset(self) -> UtcOffset {
        match self {
            Realm::Mainland => UtcOffset::MAINLAND,
            Realm::International => UtcOffset::UTC,
        }
    }
}

/// `ww` and 16 lower-case hexadecimal digits, for ever (REG 7).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct CorporateId(pub [u8; 8]);

impl CorporateId {
    pub fn parse(text: &str) -> Option<Self> {
        let digits = text.trim().to_ascii_lowercase();
        let digits = digits
            .strip_prefix("ww")
            .filter(|digits| digits.len() == 16 && digits.is_ascii())?;
        u64::from_str_radix(digits, 16)
            .ok()
            .map(|number| Self(number.to_be_bytes()))
    }
}

impl fmt::Display for CorporateId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "ww{:016x}", u64::from_be_bytes(self.0))
    }
}

impl KeyPart for CorporateId {
    fn write(&self, out: &mut Vec<u8>) {
        self.0.write(out);
    }
    fn read(bytes: &mut &[u8]) -> Option<Self> {
        KeyPart::read(bytes).map(Self)
    }
}

/// The public side of an organization. It exists from approval on, so whoever has one is verified.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Company {
    pub corporate_id: CorporateId,
    pub legal_name: Line,
    pub display_name: Line,
    pub realm: Realm,
    pub verified: Time,
}

/// A node of the tree. The top one is the organization itself: it has no parent, and its id is [`department::top`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Department {
    pub name: Line,
    pub parent: Option<DepartmentId>,
    /// Among siblings, ascending; equal ones in the order of their names. Nobody has placed it: [`department::UNPLACED`].
    pub order: u32,
}

/// Which child of a department bears a name. No two siblings bear the same, folded.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct DepartmentRef {
    pub department: DepartmentId,
}

/// What colleagues see of a member. It stands once, in the main department.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct MemberCard {
    pub name: Line,
    pub employee_id: EmployeeId,
    pub title: Option<Line>,
    pub status: MemberStatus,
    /// Who sits in the seat; nobody while invited.
    pub account: Option<AccountId>,
}

/// invited → active → suspended → left. Who is restored is what they were before; who left has no card any more, only a
/// [`FormerMember`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum MemberStatus {
    Invited,
    Active,
    Suspended,
}

/// In a department that is not the member's main one: where the card stands.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct MemberPointer {
    pub main: DepartmentId,
}

/// What only the console sees of a member.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct MemberRecord {
    pub mobile: Mobile,
    pub email: Option<Line>,
    /// The main one first; at least one.
    pub departments: Vec<DepartmentId>,
    /// Whoever was named as such. A manager who left is none: [`member::member_of`] says so.
    pub manager: Option<MemberId>,
}

impl MemberRecord {
    pub fn main_department(&self) -> DepartmentId {
        self.departments[0]
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FormerMember {
    pub name: Line,
    pub employee_id: EmployeeId,
    pub left: Time,
}

/// Who sat in a seat that has ended: by this the trail names whoever did something from there.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FormerAccount {
    pub name: Line,
    pub left: Time,
}

/// 1–64 of letters, digits and `_ - @ .`; two that differ only in case are the same (ORG 2).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct EmployeeId(String);

impl EmployeeId {
    pub fn check(text: &str) -> Result<Self, Refusal> {
        use crate::refusal::{Field, Problem};
        let line = Line::check(Field::EmployeeId, text, crate::limits::EMPLOYEE_ID)?;
        let allowed = |sign: char| sign.is_ascii_alphanumeric() || "_-@.".contains(sign);
        if !line.chars().all(allowed) {
            return Err(Refusal::Input(Field::EmployeeId, Problem::Form));
        }
        Ok(Self(line.to_string()))
    }

    pub fn folded(&self) -> String {
        folded(&self.0)
    }
}

impl Deref for EmployeeId {
    type Target = str;
    fn deref(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for EmployeeId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// What a member may do beyond being one. Visible to all members: everyone may know who decides.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RoleRow {
    pub role: Role,
    /// Where the member's card stands.
    pub department: DepartmentId,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Role {
    /// The initial or super administrator; exactly one.
    Owner,
    Administrator,
    /// Reads the console and changes nothing.
    Auditor,
}

impl Role {
    /// As the audit keeps it.
    pub fn name(self) -> &'static str {
        match self {
            Role::Owner => "Owner",
            Role::Administrator => "Administrator",
            Role::Auditor => "Auditor",
        }
    }
}

/// A link that lets one provisioned member, or any provisioned member, join. Expired and used are not stored: the one
/// comes with time, the other with the member's status. [`Invitation::state`] tells which it is.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Invitation {
    pub token: Token,
    /// Nobody in particular: whoever is provisioned with their mobile number.
    pub member: Option<MemberId>,
    pub made: Time,
    pub made_by: AccountId,
    pub expires: Time,
    pub revoked: Option<Time>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct InvitationTarget {
    pub organization: OrganizationId,
    pub invitation: InvitationId,
}

/// How many stand in the directory, so that no screen has to count them.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Headcount {
    pub invited: u32,
    pub active: u32,
    pub suspended: u32,
    /// Without the top one.
    pub departments: u32,
}

impl Headcount {
    pub fn members(&self) -> u32 {
        self.invited + self.active + self.suspended
    }

    fn of(&mut self, status: MemberStatus) -> &mut u32 {
        match status {
            MemberStatus::Invited => &mut self.invited,
            MemberStatus::Active => &mut self.active,
            MemberStatus::Suspended => &mut self.suspended,
        }
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct MemberRef {
    pub member: MemberId,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct MemberMobile {
    pub member: MemberId,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct OrganizationRef {
    pub organization: OrganizationId,
}

rows! {
    company(organization: OrganizationId) in Space::Company(organization) => Company, by (), COMPANY v 1;
    departments(organization: OrganizationId) in Space::Organization(organization) => Department, by DepartmentId, DEPARTMENT v 1;
    /// By parent and folded name.
    department_names(organization: OrganizationId) in Space::Organization(organization) => DepartmentRef, by (DepartmentId, String), DEPARTMENT_NAME v 1;
    roles(organization: OrganizationId) in Space::Organization(organization) => RoleRow, by MemberId, ROLE v 1;
    cards(organization: OrganizationId, department: DepartmentId) in Space::Department(organization, department) => MemberCard, by MemberId, MEMBER_CARD v 1;
    pointers(organization: OrganizationId, department: DepartmentId) in Space::Department(organization, department) => MemberPointer, by MemberId, MEMBER_POINTER v 1;
    records(organization: OrganizationId) in Space::Console(organization) => MemberRecord, by MemberId, MEMBER_RECORD v 1;
    former_members(organization: OrganizationId) in Space::Console(organization) => FormerMember, by MemberId, FORMER_MEMBER v 1;
    former_accounts(organization: OrganizationId) in Space::Console(organization) => FormerAccount, by AccountId, FORMER_ACCOUNT v 1;
    invitations(organization: OrganizationId) in Space::Console(organization) => Invitation, by InvitationId, INVITATION v 1;
    headcount(organization: OrganizationId) in Space::Console(organization) => Headcount, by (), HEADCOUNT v 1;
    invitation_targets() in Space::Vault => InvitationTarget, by Token, INVITATION_TARGET v 1;
    /// Employee IDs in use, folded.
    employee_ids() in Space::Vault => MemberRef, by (OrganizationId, String), EMPLOYEE_ID v 1;
    /// Who is provisioned under a number, and where.
    member_mobiles() in Space::Vault => MemberMobile, by (u64, OrganizationId), MEMBER_MOBILE v 1;
    corporate_ids() in Space::Vault => OrganizationRef, by CorporateId, CORPORATE_ID v 1;
}

/// The public side of an organization that must be there.
pub fn company_of(store: &dyn Read, organization: OrganizationId) -> Result<Company, Stop> {
    store
        .find(&company(organization).at(()))?
        .ok_or(Refusal::NotThere.into())
}

/// The role of an account in an organization while its seat is active.
pub fn role_of(
    store: &dyn Read,
    account: AccountId,
    organization: OrganizationId,
) -> Result<Option<Role>, Stop> {
    let Some(seat) = active_seat(store, account, organization)? else {
        return Ok(None);
    };
    Ok(store
        .find(&roles(organization).at(seat.member))?
        .map(|row| row.role))
}

/// Stops unless the account sees the console of the organization.
pub fn must_read(
    store: &dyn Read,
    account: AccountId,
    organization: OrganizationId,
) -> Result<Role, Stop> {
    if active_seat(store, account, organization)?.is_none() {
        return Err(Refusal::NotThere.into());
    }
    role_of(store, account, organization)?
        .ok_or(Refusal::Organization(OrganizationRefusal::NeedsAdministrator).into())
}

/// Stops unless the account may change the console of the organization.
pub fn must_administer(
    store: &dyn Read,
    account: AccountId,
    organization: OrganizationId,
) -> Result<Role, Stop> {
    match must_read(store, account, organization)? {
        role @ (Role::Owner | Role::Administrator) => Ok(role),
        Role::Auditor => Err(Refusal::Organization(OrganizationRefusal::AuditorOnlyReads).into()),
    }
}

/// Stops unless whoever asks may change the console of the organization; says who it is.
pub fn administrator(tx: &Tx, organization: OrganizationId) -> Result<AccountId, Stop> {
    let me = tx.me()?;
    must_administer(tx, me, organization)?;
    Ok(me)
}
