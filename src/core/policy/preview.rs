//! Who would gain or lose contact if a policy were otherwise, before it is saved (POL 5).

use std::{borrow::Cow, ops::Range};

use super::{ExternalPolicy, Facts, Moment, Permitted, Serving, external_policy, judge, serving};
use crate::{
    account::seats,
    ask::Question,
    command::Actor,
    contact::relations,
    id::{AccountId, OrganizationId},
    organization::{cards, departments, role_of},
    refusal::Refusal,
    row::{ReadRows, Row, encode},
    space::{Party, Space},
    store::{Entry, Fault, Read, Stop},
    text::Line,
    time::Time,
};

/// What [`super::set_external::SetExternalPolicy`] would do to the conversations of our people.
pub struct PolicyPreview {
    pub organization: OrganizationId,
    pub policy: ExternalPolicy,
    pub served_by: Option<Permitted>,
}

/// Our people with outside contacts whose conversations would open or close.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Difference {
    pub closes: Vec<(Line, u32)>,
    pub opens: Vec<(Line, u32)>,
}

impl Question for PolicyPreview {
    type Answer = Difference;

    fn answer(&self, authority: &dyn Read, actor: Actor, now: Time) -> Result<Difference, Stop> {
        let Actor::Account(me) = actor else {
            return Err(Refusal::SignIn.into());
        };
        role_of(authority, me, self.organization)?.ok_or(Refusal::NotThere)?;
        let what_if = WhatIf::new(authority)
            .with(
                &external_policy(self.organization).at(()),
                Some(&self.policy),
            )?
            .with(
                &serving(self.organization).at(()),
                self.served_by.clone().map(|by| Serving { by }).as_ref(),
            )?;
        let mut difference = Difference::default();
        for (department, _) in authority.list(&departments(self.organization))? {
            for (_, card) in authority.list(&cards(self.organization, department))? {
                let Some(account) = card.account else {
                    continue;
                };
                let (mut closes, mut opens) = (0, 0);
                for (before, after) in self.conversations(authority, &what_if, account, now)? {
                    closes += u32::from(before && !after);
                    opens += u32::from(after && !before);
                }
                if closes > 0 {
                    difference.closes.push((card.name.clone(), closes));
                }
                if opens > 0 {
                    difference.opens.push((card.name, opens));
                }
            }
        }
        Ok(difference)
    }
}

impl PolicyPreview {
    /// Open today and open then, for each outside contact of one of our people.
    fn conversations(
        &self,
        today: &dyn Read,
        then: &WhatIf,
        account: AccountId,
        now: Time,
    ) -> Result<Vec<(bool, bool)>, Stop> {
        if !today.has(&seats(account).at(self.organization))? {
            return Ok(Vec::new());
        }
        let me = Party {
            account,
            seat: Some(self.organization),
        };
        let mut conversations = Vec::new();
        for (pair, relation) in today.list(&relations(account))? {
            if pair.seat != me.seat || pair.are_colleagues() || !relation.state.is_contact() {
                continue;
            }
            let theirs = Some(pair.theirs);
            let before = Facts::gather(today, now, me, theirs, relation.way, Moment::Message)?;
            let after = Facts::gather(then, now, me, theirs, relation.way, Moment::Message)?;
            conversations.push((judge(&before).is_ok(), judge(&after).is_ok()));
        }
        Ok(conversations)
    }
}

/// A store in which a few rows are otherwise.
struct WhatIf<'a> {
    store: &'a dyn Read,
    /// What stands at a key, or that nothing does.
    rows: Vec<(Space, Vec<u8>, Option<Vec<u8>>)>,
}

impl<'a> WhatIf<'a> {
    fn new(store: &'a dyn Read) -> Self {
        Self {
            store,
            rows: Vec::new(),
        }
    }

    fn with<R: Row>(mut self, key: &crate::row::Key<R>, row: Option<&R>) -> Result<Self, Stop> {
        let row = row.map(encode).transpose()?;
        self.rows.push((key.space, key.bytes.clone(), row));
        Ok(self)
    }
}

impl Read for WhatIf<'_> {
    fn as_dyn(&self) -> &dyn Read {
        self
    }

    fn holds(&self, space: &Space) -> bool {
        self.store.holds(space)
    }

    fn get(&self, space: &Space, key: &[u8]) -> Result<Option<Cow<'_, [u8]>>, Stop> {
        let otherwise = |(s, k, _): &&(Space, Vec<u8>, Option<Vec<u8>>)| s == space && k == key;
        match self.rows.iter().find(otherwise) {
            Some((.., row)) => Ok(row.as_deref().map(Cow::Borrowed)),
            None => self.store.get(space, key),
        }
    }

    /// Rows that are otherwise are looked up one by one, never listed.
    fn scan(
        &self,
        space: &Space,
        range: Range<&[u8]>,
        limit: usize,
    ) -> Result<Vec<Entry<'_>>, Stop> {
        self.store.scan(space, range, limit)
    }

    fn hear_of(&self, fault: Fault) {
        self.store.hear_of(fault);
    }
}
