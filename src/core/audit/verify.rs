use super::{Head, head, link_hash, links, payload_hash, payloads};
use crate::{
    row::ReadRows,
    space::Space,
    store::{Read, Stop},
};

/// What a check of a log found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Every link follows from the one before, and the head is where the chain ends. `erased` payloads are gone, which
    /// the law may demand; everything that is there is what was written.
    Sound { links: u64, erased: u64 },
    /// The first link that is missing, was changed, or does not follow.
    BrokenAt(u64),
    /// The chain ends before or behind its head.
    WrongEnd,
}

/// Goes through a log from its first link to its head.
pub fn verify(store: &dyn Read, space: Space) -> Result<Verdict, Stop> {
    let mut end = Head {
        links: 0,
        hash: [0; 32],
    };
    let mut erased = 0;
    for (number, link) in store.list(&links(space))? {
        if number != end.links || link.hash != link_hash(&end, &link) {
            return Ok(Verdict::BrokenAt(end.links));
        }
        match store.find(&payloads(space).at(number))? {
            Some(payload)
                if payload_hash(&payload) != link.payload || payload.fact.what != link.what =>
            {
                return Ok(Verdict::BrokenAt(number));
            }
            Some(_) => {}
            None => erased += 1,
        }
        end = Head {
            links: number + 1,
            hash: link.hash,
        };
    }
    let head = store.find(&head(space).at(()))?.unwrap_or(Head {
        links: 0,
        hash: [0; 32],
    });
    Ok(if head == end {
        Verdict::Sound {
            links: end.links,
            erased,
        }
    } else {
        Verdict::WrongEnd
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        audit::{Fact, Link, What},
        command::{Act, Actor, Ctx, Tx, execute},
        memory::MemoryStore,
        row::WriteRows,
        store::Write,
        time::Time,
    };

    struct Note(&'static str);

    impl Act for Note {
        type Done = ();
        fn decide(&self, tx: &mut Tx) -> Result<(), Stop> {
            tx.note(Space::Desk, Fact::new(What::CaseClaimed, self.0));
            Ok(())
        }
    }

    fn log() -> MemoryStore {
        let mut store = MemoryStore::default();
        for (n, about) in ["one", "two", "three"].into_iter().enumerate() {
            let ctx = Ctx {
                actor: Actor::Operator,
                now: Time(n as u64),
                chance: [n as u8; 32],
            };
            let mut tx = store.begin();
            execute(&mut tx, &ctx, &Note(about)).unwrap();
            tx.commit(ctx.now);
        }
        store
    }

    fn after(tamper: impl Fn(&mut dyn Write)) -> Verdict {
        let mut store = log();
        let mut tx = store.begin();
        tamper(&mut tx);
        tx.commit(Time(9));
        verify(&store, Space::Desk).unwrap()
    }

    #[test]
    fn a_chain_shows_what_was_changed_removed_or_cut_and_allows_erasure() {
        assert_eq!(
            after(|_| {}),
            Verdict::Sound {
                links: 3,
                erased: 0
            }
        );
        assert_eq!(
            after(|tx| tx.remove(&payloads(Space::Desk).at(1)).unwrap()),
            Verdict::Sound {
                links: 3,
                erased: 1
            }
        );
        assert_eq!(
            after(|tx| tx.remove(&links(Space::Desk).at(1)).unwrap()),
            Verdict::BrokenAt(1)
        );
        assert_eq!(
            after(|tx| tx.remove(&links(Space::Desk).at(2)).unwrap()),
            Verdict::WrongEnd
        );
        assert_eq!(
            after(|tx| {
                let mut payload = tx.find(&payloads(Space::Desk).at(0)).unwrap().unwrap();
                payload.fact.about = "another".into();
                tx.put(&payloads(Space::Desk).at(0), &payload).unwrap();
            }),
            Verdict::BrokenAt(0)
        );
        assert_eq!(
            after(|tx| {
                let mut link: Link = tx.find(&links(Space::Desk).at(1)).unwrap().unwrap();
                link.actor = Actor::Visitor;
                tx.put(&links(Space::Desk).at(1), &link).unwrap();
            }),
            Verdict::BrokenAt(1)
        );
    }
}
