//! The table of rules beside a slow, obvious second formulation, for every combination of facts.

use super::{Agreement, ExternalMode, Facts, Half, Moment, Rule, Standing, judge};
use crate::contact::Way;

/// POL and IDV in prose, person by person, without the table.
fn obvious(f: &Facts) -> Result<(), Rule> {
    if f.mine.seat == Standing::Inactive || f.mine.seat == Standing::Nowhere {
        return Err(Rule::YourSeat);
    }
    if f.mine.seat == Standing::Elsewhere {
        return Err(Rule::FromYourSeat);
    }
    let they_name_no_seat =
        f.theirs.seat == Standing::Elsewhere || f.theirs.seat == Standing::Nowhere;
    let they_are_gone = f.theirs.seat == Standing::Inactive || they_name_no_seat;
    let looking = f.moment == Moment::Open || f.moment == Moment::Request;
    let hidden = match f.way {
        Way::Directory => false,
        Way::Code => !f.addable_by_code,
        Way::Phone => !f.findable_by_phone,
    };
    let missed = !f.exists || hidden || they_are_gone;
    // A code or number that leads to no colleague is one of an outsider, for all that the asker hears.
    let inside = f.colleagues && !(f.moment == Moment::Open && missed);
    if inside {
        // Inside, only the directory's own questions count: is the person there, and did both agree?
        if looking && missed {
            return Err(Rule::NotFound);
        }
        if they_are_gone {
            return Err(Rule::TheirSeat);
        }
        if !f.same_realm {
            return Err(Rule::OtherRealm);
        }
        return obvious_agreement(f);
    }
    if !f.mine.verified {
        return Err(Rule::YourIdentity);
    }
    let mine_has_organization = f.mine.seat == Standing::Active;
    if mine_has_organization {
        if f.mine.mode == ExternalMode::Closed && !f.mine.admits_people {
            return Err(Rule::YourOrganizationClosed);
        }
        let with_organizations = f.mine.mode != ExternalMode::Closed && f.mine.permitted;
        let with_people = f.mine.admits_people && f.mine.serves;
        if !with_organizations && !with_people {
            return Err(Rule::YouNotPermitted);
        }
    }
    if looking {
        let found = f.exists
            && !they_are_gone
            && ((f.way == Way::Code && f.addable_by_code)
                || (f.way == Way::Phone && f.findable_by_phone));
        if !found {
            return Err(Rule::NotFound);
        }
    }
    if mine_has_organization {
        if f.theirs.seat == Standing::Without {
            if !f.mine.admits_people {
                return Err(Rule::NobodyWithoutOrganization);
            }
            if !f.mine.serves {
                return Err(Rule::YouDoNotServe);
            }
        } else if !they_name_no_seat {
            if f.mine.mode == ExternalMode::Closed
                || (f.mine.mode == ExternalMode::Partners && !f.mine.has_partner)
            {
                return Err(Rule::NotYourPartner);
            }
            if !f.mine.permitted {
                return Err(Rule::YouNotPermitted);
            }
        }
    }
    if f.theirs.seat == Standing::Active {
        let admitted = if mine_has_organization {
            let is_open = f.theirs.mode == ExternalMode::Open;
            let is_partner = f.theirs.mode == ExternalMode::Partners && f.theirs.has_partner;
            (is_open || is_partner) && f.theirs.permitted
        } else {
            f.theirs.admits_people && f.theirs.serves
        };
        if !admitted {
            return Err(Rule::TheirOrganization);
        }
    }
    if they_are_gone {
        return Err(Rule::TheirSeat);
    }
    if !looking && !f.theirs.verified {
        return Err(Rule::TheirIdentity);
    }
    if !f.same_realm {
        return Err(Rule::OtherRealm);
    }
    obvious_agreement(f)
}

fn obvious_agreement(f: &Facts) -> Result<(), Rule> {
    if f.moment != Moment::Message {
        return Ok(());
    }
    match f.agreement {
        Agreement::Both => Ok(()),
        Agreement::IBlock => Err(Rule::YouBlock),
        Agreement::IRemoved => Err(Rule::YouRemoved),
        Agreement::NotYet => Err(Rule::NotAContact),
    }
}

const MODES: [ExternalMode; 3] = [
    ExternalMode::Closed,
    ExternalMode::Partners,
    ExternalMode::Open,
];

const AGREEMENTS: [Agreement; 4] = [
    Agreement::Both,
    Agreement::IBlock,
    Agreement::IRemoved,
    Agreement::NotYet,
];

/// Every half with an active seat; of the others, in which an organization has no say, those that say yes to all and no
/// to all.
fn halves() -> Vec<Half> {
    let half = |seat, mode, bits: u8| {
        let [verified, permitted, serves, has_partner, admits_people] =
            [0, 1, 2, 3, 4].map(|bit| bits >> bit & 1 == 1);
        Half {
            seat,
            verified,
            mode,
            permitted,
            serves,
            has_partner,
            admits_people,
        }
    };
    let mut halves = Vec::new();
    for mode in MODES {
        halves.extend((0..32).map(|bits| half(Standing::Active, mode, bits)));
    }
    for seat in [
        Standing::Without,
        Standing::Inactive,
        Standing::Elsewhere,
        Standing::Nowhere,
    ] {
        for bits in [0b00000, 0b00001, 0b11110, 0b11111] {
            halves.extend([MODES[0], MODES[2]].map(|mode| half(seat, mode, bits)));
        }
    }
    halves
}

fn for_all(mut each: impl FnMut(&Facts)) {
    let halves = halves();
    for moment in [
        Moment::Open,
        Moment::Request,
        Moment::Accept,
        Moment::Message,
    ] {
        for way in [Way::Directory, Way::Code, Way::Phone] {
            for bits in 0..32u8 {
                let [
                    colleagues,
                    exists,
                    findable_by_phone,
                    addable_by_code,
                    same_realm,
                ] = [0, 1, 2, 3, 4].map(|bit| bits >> bit & 1 == 1);
                for mine in &halves {
                    if colleagues && mine.seat == Standing::Without {
                        continue; // colleagues have seats
                    }
                    for theirs in &halves {
                        if colleagues && theirs.seat == Standing::Without {
                            continue;
                        }
                        for agreement in AGREEMENTS {
                            each(&Facts {
                                moment,
                                way,
                                colleagues,
                                exists,
                                findable_by_phone,
                                addable_by_code,
                                mine: *mine,
                                theirs: *theirs,
                                same_realm,
                                agreement,
                            });
                        }
                    }
                }
            }
        }
    }
}

#[test]
fn the_table_says_what_the_obvious_says() {
    for_all(|facts| {
        let (table, obvious) = (judge(facts), obvious(facts));
        assert!(
            table == obvious,
            "{facts:#?}\ntable {table:?}, obvious {obvious:?}"
        );
    });
}

#[test]
fn nothing_that_belongs_to_the_other_side_changes_a_miss() {
    for_all(|facts| {
        if facts.moment != Moment::Open || facts.way == Way::Directory || facts.exists {
            return;
        }
        let nobody = Half {
            seat: Standing::Without,
            verified: false,
            mode: ExternalMode::Closed,
            permitted: false,
            serves: false,
            has_partner: false,
            admits_people: false,
        };
        let hidden = Facts {
            exists: true,
            findable_by_phone: false,
            addable_by_code: false,
            ..*facts
        };
        let absent = Facts {
            colleagues: false,
            theirs: nobody,
            ..*facts
        };
        assert_eq!(judge(&hidden), judge(&absent), "{facts:#?}");
    });
}
