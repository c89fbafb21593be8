//! A provisioned person takes their seat (ORG 4). What lets them in is the mobile number that their account has proved;
//! a link only leads the way, so without one the number is enough.

use serde::{Deserialize, Serialize};

use super::{
    MemberStatus, OrganizationRefusal, cards, company_of,
    member::{self, Member, count, member_of},
    open_invitation::open,
};
use crate::{
    account::{
        Notice, Seat, SeatState, notify, profile, profile_of, refresh_cards, seats,
        sign_up::make_code,
    },
    audit::{Fact, What},
    command::{Act, Tx},
    id::{AccountId, OrganizationId, Token},
    refusal::{Field, Refusal},
    row::{ReadRows, WriteRows},
    space::{Party, Space},
    store::Stop,
};

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Join {
    pub by: JoinBy,
}

#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub enum JoinBy {
    Link(Token),
    /// The organization has provisioned the number of one's account.
    Number(OrganizationId),
}

impl Act for Join {
    type Done = ();

    fn decide(&self, tx: &mut Tx) -> Result<(), Stop> {
        let me = tx.me()?;
        let (organization, member) = match self.by {
            JoinBy::Link(token) => by_link(tx, me, token)?,
            JoinBy::Number(organization) => {
                let member = provisioned(tx, me, organization)?.ok_or(Refusal::NotThere)?;
                (organization, member)
            }
        };
        if tx.has(&seats(me).at(organization))? {
            return Err(Refusal::Organization(OrganizationRefusal::AlreadyMember).into());
        }
        match member.card.status {
            MemberStatus::Invited => {}
            MemberStatus::Active => {
                return Err(Refusal::Organization(OrganizationRefusal::InvitationUsed).into());
            }
            MemberStatus::Suspended => {
                return Err(Refusal::Organization(OrganizationRefusal::SuspendedSeat).into());
            }
        }
        let fact = Fact::new(What::MemberJoined, &*member.card.name).changed(
            Field::EmployeeId,
            None::<String>,
            Some(member.card.employee_id.to_string()),
        );
        tx.note(Space::Console(organization), fact);
        take_seat(tx, organization, member, me)?;
        let company = company_of(tx, organization)?.display_name;
        notify(
            tx,
            me,
            Notice::Joined {
                organization,
                company,
            },
        )
    }
}

fn by_link(tx: &Tx, me: AccountId, token: Token) -> Result<(OrganizationId, Member), Stop> {
    let (organization, invitation) = open(tx, token, tx.actor(), tx.now)?;
    let mine = provisioned(tx, me, organization)?;
    let is_meant = |member: &Member| invitation.member.is_none_or(|meant| meant == member.id);
    match mine.filter(is_meant) {
        Some(member) => Ok((organization, member)),
        None => Err(Refusal::Organization(OrganizationRefusal::NotYourInvitation).into()),
    }
}

fn provisioned(
    tx: &Tx,
    me: AccountId,
    organization: OrganizationId,
) -> Result<Option<Member>, Stop> {
    let mobile = profile_of(tx, me)?.mobile;
    member::with_mobile(tx, organization, mobile)?
        .map(|member| member_of(tx, organization, member))
        .transpose()
}

/// Gives an account the seat of a member, from which it acts and is met.
pub(crate) fn take_seat(
    tx: &mut Tx,
    organization: OrganizationId,
    mut member: Member,
    account: AccountId,
) -> Result<(), Stop> {
    let department = member.record.main_department();
    count(tx, organization, |count| {
        *count.of(MemberStatus::Invited) -= 1;
        *count.of(MemberStatus::Active) += 1;
    })?;
    member.card.status = MemberStatus::Active;
    member.card.account = Some(account);
    tx.put(&cards(organization, department).at(member.id), &member.card)?;
    let seat = Seat {
        member: member.id,
        department,
        state: SeatState::Active,
        joined: tx.now,
    };
    tx.put(&seats(account).at(organization), &seat)?;
    let mut person = profile_of(tx, account)?;
    if person.main_seat.is_none() {
        person.main_seat = Some(organization);
        tx.put(&profile(account).at(()), &person)?;
    }
    make_code(
        tx,
        Party {
            account,
            seat: Some(organization),
        },
    )?;
    refresh_cards(tx, account)
}
