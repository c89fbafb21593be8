//! The first door: a command is something a person asks for, and [`execute`] decides it.

use std::{borrow::Cow, ops::Range};

use serde::{Deserialize, Serialize};

use crate::{
    account,
    audit::{self, Fact},
    contact, conversation, desk,
    id::{AccountId, Chance, Id},
    identity, organization, policy,
    refusal::Refusal,
    registration,
    row::ReadRows,
    space::Space,
    store::{Entry, Read, Stop, Write},
    time::Time,
};

/// Who asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Actor {
    /// Nobody has signed in.
    Visitor,
    Account(AccountId),
    /// Whoever runs this Liaison. Unlinked, that is the browser itself.
    Operator,
}

/// What the core cannot know by itself.
#[derive(Clone, Copy, Debug)]
pub struct Ctx {
    pub actor: Actor,
    /// Not before the time of the last commit.
    pub now: Time,
    /// Random bits of this command alone.
    pub chance: [u8; 32],
}

/// One thing a person can do. It is decided on what the authority holds, and either happens whole or not at all: the
/// caller drops what an act wrote before it stopped.
pub trait Act {
    /// What the person gets. A refusal that must be counted (a wrong code, a search that found nothing) is not a stop,
    /// which would leave no trace: it is `Done = Result<_, Refusal>`.
    type Done: Outcome;
    fn decide(&self, tx: &mut Tx) -> Result<Self::Done, Stop>;
}

/// What an act may give.
pub trait Outcome {
    /// The refusal that was counted.
    fn refused(&self) -> Option<Refusal> {
        None
    }
}

impl Outcome for () {}
impl<I: Id> Outcome for I {}

impl<T> Outcome for Result<T, Refusal> {
    fn refused(&self) -> Option<Refusal> {
        self.as_ref().err().copied()
    }
}

/// A refusal that was counted, or none.
impl Outcome for Option<Refusal> {
    fn refused(&self) -> Option<Refusal> {
        *self
    }
}

/// Decides an act and chains what it noted into the audit.
pub fn execute<A: Act>(store: &mut dyn Write, ctx: &Ctx, act: &A) -> Result<A::Done, Stop> {
    let mut done = None;
    execute_dyn(store, ctx, &mut |tx| {
        done = Some(act.decide(tx)?);
        Ok(())
    })?;
    Ok(done.expect("an act that was decided has given something"))
}

/// What is the same for every act, and so in the download once.
fn execute_dyn(
    store: &mut dyn Write,
    ctx: &Ctx,
    decide: &mut dyn FnMut(&mut Tx) -> Result<(), Stop>,
) -> Result<(), Stop> {
    let mut tx = Tx {
        write: store,
        actor: ctx.actor,
        now: ctx.now,
        chance: Chance::new(ctx.chance),
        facts: Vec::new(),
    };
    decide(&mut tx)?;
    audit::chain(&mut tx)
}

/// What a rule sees and does: rows, the time, who asks, new ids, and the audit.
pub struct Tx<'a> {
    write: &'a mut dyn Write,
    actor: Actor,
    pub now: Time,
    chance: Chance,
    facts: Vec<(Space, Fact)>,
}

impl Tx<'_> {
    pub fn actor(&self) -> Actor {
        self.actor
    }

    /// The account that asks. One that has no profile is of a world that was here before: nobody is signed in.
    pub fn me(&self) -> Result<AccountId, Stop> {
        match self.actor {
            Actor::Account(me) if self.has(&account::profile(me).at(()))? => Ok(me),
            _ => Err(Refusal::SignIn.into()),
        }
    }

    pub fn mint<I: Id>(&mut self) -> I {
        self.chance.id()
    }

    /// 256 random bits.
    pub fn random(&mut self) -> [u8; 32] {
        self.chance.block()
    }

    /// Writes a fact into the log of `space` (a console or the desk) when the command is done.
    pub fn note(&mut self, space: Space, fact: Fact) {
        self.facts.push((space, fact));
    }

    /// How many facts of this command wait for the log of `space`.
    pub(crate) fn noted(&self, space: Space) -> u64 {
        let here = self.facts.iter().filter(|(other, _)| *other == space);
        here.count() as u64
    }

    pub(crate) fn take_facts(&mut self) -> Vec<(Space, Fact)> {
        std::mem::take(&mut self.facts)
    }
}

impl Read for Tx<'_> {
    fn as_dyn(&self) -> &dyn Read {
        self
    }

    fn holds(&self, space: &Space) -> bool {
        self.write.holds(space)
    }
    fn get(&self, space: &Space, key: &[u8]) -> Result<Option<Cow<'_, [u8]>>, Stop> {
        self.write.get(space, key)
    }
    fn scan(
        &self,
        space: &Space,
        range: Range<&[u8]>,
        limit: usize,
    ) -> Result<Vec<Entry<'_>>, Stop> {
        self.write.scan(space, range, limit)
    }
}

impl Write for Tx<'_> {
    fn set(&mut self, space: &Space, key: &[u8], value: Option<Vec<u8>>) -> Result<(), Stop> {
        self.write.set(space, key, value)
    }
}

/// Declares [`Command`]: every act by name, so that all of them can be listed, sent and tried.
macro_rules! commands {
    ($($name:ident($act:ty))*) => {
        /// Everything that a person can ask for.
        #[derive(Clone, Debug, Serialize, Deserialize)]
        pub enum Command {
            $($name($act),)*
        }

        impl Command {
            pub const NAMES: &[&str] = &[$(stringify!($name)),*];

            pub fn name(&self) -> &'static str {
                match self {
                    $(Command::$name(_) => stringify!($name),)*
                }
            }
        }

        impl Act for Command {
            type Done = Option<Refusal>;
            fn decide(&self, tx: &mut Tx) -> Result<Option<Refusal>, Stop> {
                match self {
                    $(Command::$name(act) => Ok(act.decide(tx)?.refused()),)*
                }
            }
        }

        $(impl From<$act> for Command {
            fn from(act: $act) -> Self {
                Command::$name(act)
            }
        })*
    };
}

commands! {
    RequestCode(account::request_code::RequestCode)
    SignUp(account::sign_up::SignUp)

    CreateDepartment(organization::create_department::CreateDepartment)
    RenameDepartment(organization::rename_department::RenameDepartment)
    MoveDepartment(organization::move_department::MoveDepartment)
    PlaceDepartment(organization::place_department::PlaceDepartment)
    DeleteDepartment(organization::delete_department::DeleteDepartment)
    AddMember(organization::add_member::AddMember)
    ChangeMember(organization::change_member::ChangeMember)
    MoveMembers(organization::move_members::MoveMembers)
    SuspendMembers(organization::suspend_members::SuspendMembers)
    RestoreMembers(organization::restore_members::RestoreMembers)
    RemoveMembers(organization::remove_members::RemoveMembers)
    ImportBatch(organization::import::batch::ImportBatch)
    GiveRole(organization::give_role::GiveRole)
    TakeRole(organization::take_role::TakeRole)
    HandOverOwnership(organization::hand_over_ownership::HandOverOwnership)
    MakeInvitation(organization::make_invitation::MakeInvitation)
    RevokeInvitation(organization::revoke_invitation::RevokeInvitation)
    Join(organization::join::Join)
    ExportTrail(audit::export_trail::ExportTrail)
    SetPrivacy(account::set_privacy::SetPrivacy)
    ResetCode(account::reset_code::ResetCode)
    MarkTeamRead(account::mark_team_read::MarkTeamRead)
    ChooseMainSeat(account::choose_main_seat::ChooseMainSeat)

    SetExternalPolicy(policy::set_external::SetExternalPolicy)
    AddPartner(policy::add_partner::AddPartner)
    RemovePartner(policy::remove_partner::RemovePartner)
    SetColleaguePolicy(policy::set_colleague::SetColleaguePolicy)
    SetGreetingPolicy(policy::set_greetings::SetGreetingPolicy)

    OpenCode(contact::open_code::OpenCode)
    FindByPhone(contact::find_by_phone::FindByPhone)
    SendRequest(contact::send_request::SendRequest)
    AcceptRequest(contact::accept::AcceptRequest)
    DeclineRequest(contact::decline::DeclineRequest)
    WithdrawRequest(contact::withdraw::WithdrawRequest)
    RemoveContact(contact::remove::RemoveContact)
    SetBlocked(contact::block::SetBlocked)
    DescribeContact(contact::describe::DescribeContact)

    SendMessage(conversation::send_message::SendMessage)
    MarkRead(conversation::mark_read::MarkRead)

    BeginRegistration(registration::begin::BeginRegistration)
    SaveDraft(registration::save_draft::SaveDraft)
    AttachDocument(registration::attach_document::AttachDocument)
    ChangeDocument(registration::change_document::ChangeDocument)
    RemoveDocument(registration::remove_document::RemoveDocument)
    DiscardDraft(registration::discard::DiscardDraft)
    SubmitRegistration(registration::submit::SubmitRegistration)
    AnswerQuestion(registration::answer::AnswerQuestion)
    WithdrawRegistration(registration::withdraw::WithdrawRegistration)
    StartAnew(registration::start_anew::StartAnew)

    AppointReviewer(desk::appoint_reviewer::AppointReviewer)
    ClaimCase(desk::claim::ClaimCase)
    ReleaseCase(desk::release::ReleaseCase)
    PassOnCase(desk::pass_on::PassOnCase)
    OpenDocument(desk::open_document::OpenDocument)
    AskApplicant(desk::ask::AskApplicant)
    ApproveRegistration(desk::approve::ApproveRegistration)
    RejectRegistration(desk::reject::RejectRegistration)
    ApproveIdentity(desk::approve_identity::ApproveIdentity)
    RefuseIdentity(desk::refuse_identity::RefuseIdentity)

    SubmitNumber(identity::submit_number::SubmitNumber)
    SubmitDocuments(identity::submit_documents::SubmitDocuments)
    SetVerificationWay(identity::set_verification_way::SetVerificationWay)
    ChangeRegion(account::change_region::ChangeRegion)
    SwitchBackRegion(account::switch_back_region::SwitchBackRegion)
}
