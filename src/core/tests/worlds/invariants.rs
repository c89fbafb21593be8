//! What must hold, said anew and without the rules' own code where a rule is judged.

use std::collections::{BTreeMap, BTreeSet};

use liaison_core::{
    account::{card_of, outside_card, privacy, profile, seats},
    audit::{Verdict, verify},
    command::{Actor, Command},
    contact::{Pair, RelationState, relations},
    conversation::{conversation, messages, participants, threads},
    id::{AccountId, ConversationId, DepartmentId, OrganizationId},
    identity::verified_name,
    limits,
    memory::{Changes, MemoryStore},
    organization::{MemberStatus, cards, company, departments, headcount, records},
    policy::{ExternalMode, Permitted, external_policy, partners, serving},
    row::ReadRows,
    space::{Party, Space},
    store::Read,
    time::Time,
    view::{View, may_hold},
};

use crate::people::{Cast, rows};

/// What was seen happening, beside what is stored.
#[derive(Default)]
pub struct Watch {
    /// Who has asked whom.
    asked: BTreeSet<(AccountId, Pair)>,
    /// Pairs that became contacts, from either side.
    agreed: BTreeSet<(AccountId, Pair)>,
    /// Messages as they were sent.
    said: BTreeMap<(ConversationId, u64), String>,
}

impl Watch {
    /// What can be said of the act alone, from the state after it.
    pub fn after(
        &mut self,
        context: &str,
        store: &MemoryStore,
        now: Time,
        actor: Actor,
        command: &Command,
        changes: &Changes,
    ) {
        let Actor::Account(me) = actor else {
            assert!(changes.is_empty(), "{context}: a visitor changed something");
            return;
        };
        match command {
            Command::SendRequest(_) => self.note_requests(store, me),
            Command::AcceptRequest(act) => {
                let asked = self
                    .asked
                    .contains(&(act.pair.theirs.account, act.pair.mirrored(me)));
                assert!(asked, "{context}: accepted what nobody asked");
                assert!(
                    both_sides_allow(store, now, me, act.pair),
                    "{context}: a contact between people who may not"
                );
                self.note_contact(me, act.pair);
            }
            Command::SendMessage(act) => {
                assert!(
                    may_speak(store, now, me, act.conversation),
                    "{context}: a message between people who may not"
                );
                let count = rows(store.find(&conversation(act.conversation).at(())))
                    .expect("a conversation")
                    .messages;
                let message = rows(store.find(&messages(act.conversation).at(count - 1)))
                    .expect("the last message");
                assert_eq!(
                    (message.from, &*message.text),
                    (me, act.text.trim()),
                    "{context}: what arrived was not sent"
                );
                self.said
                    .insert((act.conversation, count - 1), act.text.trim().to_owned());
            }
            _ => {}
        }
    }

    fn note_requests(&mut self, store: &MemoryStore, me: AccountId) {
        for (pair, relation) in rows(store.list(&relations(me))) {
            match relation.state {
                RelationState::Sent { .. } => _ = self.asked.insert((me, pair)),
                // Between colleagues whose organization accepts by itself, asking is enough (POL 2).
                RelationState::Contact { .. } if pair.are_colleagues() => {
                    self.note_contact(me, pair)
                }
                _ => {}
            }
        }
    }

    fn note_contact(&mut self, me: AccountId, pair: Pair) {
        self.agreed.insert((me, pair));
        self.agreed.insert((pair.theirs.account, pair.mirrored(me)));
    }

    /// All that must hold, everywhere.
    pub fn everything(&self, context: &str, store: &MemoryStore, cast: &Cast) {
        for account in &cast.people {
            self.contacts_agreed(context, store, *account);
            cards_say_what_they_are_drawn_from(context, store, *account);
        }
        for organization in &cast.organizations {
            the_tree_is_a_tree(context, store, *organization);
            names_and_numbers_are_unique(context, store, *organization);
            trail_is_sound(context, store, Space::Console(*organization));
        }
        trail_is_sound(context, store, Space::Desk);
        for ((id, number), text) in &self.said {
            let message =
                rows(store.find(&messages(*id).at(*number))).expect("nothing said is lost");
            assert_eq!(*message.text, **text, "{context}: a message changed");
        }
        nobody_sees_what_is_not_theirs(context, store, cast);
    }

    fn contacts_agreed(&self, context: &str, store: &MemoryStore, account: AccountId) {
        for (pair, relation) in rows(store.list(&relations(account))) {
            if matches!(relation.state, RelationState::Contact { .. }) {
                assert!(
                    self.agreed.contains(&(account, pair)),
                    "{context}: a contact without both consents: {pair:?}"
                );
                let id = relation.conversation.expect("contacts have a conversation");
                assert!(
                    rows(store.has(&threads(account).at(id))),
                    "{context}: a contact without a thread"
                );
                assert!(
                    rows(store.has(&participants(id).at(account))),
                    "{context}: a contact who takes no part"
                );
            }
        }
    }
}

/// POL 3 and MSG 1 in prose, person by person.
fn may_speak(store: &MemoryStore, now: Time, me: AccountId, id: ConversationId) -> bool {
    let pair = rows(store.find(&threads(me).at(id)))
        .expect("a thread")
        .pair;
    let holds = |account, pair| {
        rows(store.find(&relations(account).at(pair))).is_some_and(|relation| {
            matches!(relation.state, RelationState::Contact { .. }) && !relation.blocked
        })
    };
    let mirrored = pair.mirrored(me);
    let agreed = holds(me, pair) && holds(pair.theirs.account, mirrored);
    agreed && both_sides_allow(store, now, me, pair)
}

fn both_sides_allow(store: &MemoryStore, now: Time, me: AccountId, pair: Pair) -> bool {
    let mine = Party {
        account: me,
        seat: pair.seat,
    };
    side_allows(store, now, mine, pair.theirs) && side_allows(store, now, pair.theirs, mine)
}

fn side_allows(store: &MemoryStore, now: Time, ours: Party, theirs: Party) -> bool {
    let verified = rows(verified_name(store, ours.account)).is_some();
    let Some(organization) = ours.seat else {
        return verified;
    };
    let sits = rows(store.find(&seats(ours.account).at(organization)));
    let Some(seat) = sits.filter(|seat| seat.state == liaison_core::account::SeatState::Active)
    else {
        return false;
    };
    if theirs.seat == ours.seat {
        return true;
    }
    let policy = rows(store.find(&external_policy(organization).at(()))).unwrap_or_default();
    let admitted = match theirs.seat {
        None => policy.people_without_organization,
        Some(other) => match policy.mode {
            ExternalMode::Open => true,
            ExternalMode::Closed => false,
            ExternalMode::Partners => rows(store.find(&partners(organization).at(other)))
                .is_some_and(|partner| partner.until.is_none_or(|until| now < until)),
        },
    };
    let served_by = rows(store.find(&serving(organization).at(()))).map(|serving| serving.by);
    let who = match theirs.seat {
        None => served_by.unwrap_or(policy.permitted),
        Some(_) => policy.permitted,
    };
    let permitted = match &who {
        Permitted::Everyone => true,
        Permitted::Nobody => false,
        Permitted::Chosen {
            departments: chosen,
            members,
        } => {
            let record =
                rows(store.find(&records(organization).at(seat.member))).expect("a record");
            members.contains(&seat.member)
                || record.departments.iter().any(|own| {
                    path(store, organization, *own)
                        .iter()
                        .any(|up| chosen.contains(up))
                })
        }
    };
    verified && admitted && permitted
}

/// A department and all above it.
fn path(
    store: &MemoryStore,
    organization: OrganizationId,
    from: DepartmentId,
) -> Vec<DepartmentId> {
    let mut path = vec![from];
    while let Some(row) = rows(store.find(&departments(organization).at(path[path.len() - 1]))) {
        let Some(parent) = row.parent else {
            return path;
        };
        assert!(!path.contains(&parent), "a loop of departments");
        path.push(parent);
    }
    panic!("a department without its parent")
}

fn the_tree_is_a_tree(context: &str, store: &MemoryStore, organization: OrganizationId) {
    let all = rows(store.list(&departments(organization)));
    assert_eq!(
        all.iter().filter(|(_, row)| row.parent.is_none()).count(),
        1,
        "{context}: one top department"
    );
    let mut names = BTreeSet::new();
    for (id, row) in &all {
        assert!(
            path(store, organization, *id).len() <= limits::DEPARTMENT_DEPTH,
            "{context}: too deep"
        );
        assert!(
            names.insert((row.parent, row.name.folded())),
            "{context}: two siblings are called {}",
            row.name
        );
    }
}

fn names_and_numbers_are_unique(context: &str, store: &MemoryStore, organization: OrganizationId) {
    let (mut ids, mut mobiles) = (BTreeSet::new(), BTreeSet::new());
    let mut counted = liaison_core::organization::Headcount::default();
    let members = rows(store.list(&records(organization)));
    for (member, record) in &members {
        let card = rows(store.find(&cards(organization, record.main_department()).at(*member)));
        let card = card.unwrap_or_else(|| panic!("{context}: a member without a card"));
        assert!(
            ids.insert(card.employee_id.folded()),
            "{context}: {} twice",
            card.employee_id
        );
        assert!(
            mobiles.insert(record.mobile.to_string()),
            "{context}: {} twice",
            record.mobile
        );
        match card.status {
            MemberStatus::Invited => counted.invited += 1,
            MemberStatus::Active => counted.active += 1,
            MemberStatus::Suspended => counted.suspended += 1,
        }
        if let (Some(account), MemberStatus::Active | MemberStatus::Suspended) =
            (card.account, card.status)
        {
            let seat = rows(store.find(&seats(account).at(organization)));
            let seat = seat.unwrap_or_else(|| panic!("{context}: who joined has a seat"));
            assert_eq!(
                (seat.member, seat.department),
                (*member, record.main_department()),
                "{context}"
            );
        }
    }
    counted.departments = rows(store.list(&departments(organization))).len() as u32 - 1; // the top is the organization
    let headcount = rows(store.find(&headcount(organization).at(()))).unwrap_or_default();
    assert_eq!(headcount, counted, "{context}: the headcount");
    assert!(
        rows(store.has(&company(organization).at(()))),
        "{context}: a company stays"
    );
}

fn cards_say_what_they_are_drawn_from(context: &str, store: &MemoryStore, account: AccountId) {
    assert!(
        rows(store.has(&profile(account).at(()))) || !rows(store.has(&privacy(account).at(()))),
        "{context}"
    );
    let mut parties = vec![Party {
        account,
        seat: None,
    }];
    parties.extend(
        rows(store.list(&seats(account)))
            .into_iter()
            .map(|(seat, _)| Party {
                account,
                seat: Some(seat),
            }),
    );
    for party in parties {
        let card = rows(store.find(&outside_card(party).at(())));
        assert_eq!(
            card,
            Some(rows(card_of(store, party))),
            "{context}: the outside card of {party:?}"
        );
    }
}

fn trail_is_sound(context: &str, store: &MemoryStore, space: Space) {
    let verdict = rows(verify(store, space));
    assert!(
        matches!(verdict, Verdict::Sound { .. }),
        "{context}: {space:?} {verdict:?}"
    );
}

/// Through a view, exactly the rows of the spaces that may be held are there.
fn nobody_sees_what_is_not_theirs(context: &str, store: &MemoryStore, cast: &Cast) {
    let mut actors: Vec<Actor> = cast
        .people
        .iter()
        .map(|account| Actor::Account(*account))
        .collect();
    actors.extend([Actor::Visitor, Actor::Operator]);
    let all: Vec<_> = store.rows().collect();
    for actor in actors {
        let view = View::new(store, actor);
        let mut allowed: BTreeMap<Space, bool> = BTreeMap::new();
        for (space, key, value) in &all {
            let may = *allowed
                .entry(*space)
                .or_insert_with(|| rows(may_hold(store, actor, space)));
            let seen = rows(view.get(space, key));
            assert_eq!(seen.is_some(), may, "{context}: {actor:?} and {space:?}");
            assert!(
                seen.is_none_or(|seen| *seen == **value),
                "{context}: another value"
            );
            if *space == Space::Vault {
                assert!(!may, "{context}: the vault never leaves the authority");
            }
        }
    }
}
