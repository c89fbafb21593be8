//! Numbers, licenses and drafts as people type them: see also [`crate::bad_input`].

use liaison_core::{
    command::Actor,
    demo::steps,
    desk::submitted_identities,
    identity::submit_number::SubmitNumber,
    numbers::{Mobile, Problem as Number, Region},
    refusal::{Field, Problem},
    registration::{
        Form, application_of, discard::DiscardDraft, save_draft::SaveDraft,
        submit::SubmitRegistration,
    },
    row::ReadRows,
    store::Stop,
    time::{DAY, Time},
    world::World,
};

use crate::bad_input::{ARABIC, FAMILY, SCRIPT, input};

#[test]
fn an_identity_number_may_be_typed_in_any_width_and_case() {
    for typed in [
        "11010519491231002X",
        "11010519491231002x",
        "１１０１０５１９４９１２３１００２Ｘ",
        " 110105 19491231 002x ",
    ] {
        assert_eq!(show(typed), Ok("002X".to_owned()), "{typed}");
    }
    let wrong = |problem| input(Field::IdNumber, Problem::Number(problem));
    assert_eq!(show("110105194912310021"), wrong(Number::CheckDigit));
    assert_eq!(show("110105194902310024"), wrong(Number::Date));
    let (least, most, found) = (18, 18, 17);
    let length = Number::Length { least, most, found };
    assert_eq!(show("11010519491231002"), wrong(length));
    assert!(show(SCRIPT).is_err() && show(FAMILY).is_err());
}

/// What the desk then keeps of the number when all is over.
fn show(typed: &str) -> Result<String, Stop> {
    let mut world = World::new(Time(20_000 * DAY), 6);
    let person = steps::person(&mut world, "王芳", "+8613800000001");
    let act = SubmitNumber {
        name: "王芳".into(),
        number: typed.into(),
        correction: None,
    };
    let submission = world.run(Actor::Account(person), &act)?;
    let row = world.store.find(&submitted_identities().at(submission))?;
    Ok(row.expect("submitted").last_four)
}

#[test]
fn a_license_with_a_wrong_check_sign_is_named_and_the_draft_keeps_what_was_typed() {
    let mut world = World::new(Time(20_000 * DAY), 6);
    let ann = steps::person(&mut world, "Ann", "+8613800000001");
    let mut form = steps::form(Region::CN, "海蓝科技有限公司", "海蓝科技");
    let last = if form.number.ends_with('0') { "1" } else { "0" };
    form.number.replace_range(17.., last);
    let registration = steps::draft(&mut world, ann, &form);
    let submit = SubmitRegistration {
        registration,
        declared: true,
    };
    let wrong = Problem::Number(Number::CheckDigit);
    assert_eq!(
        world.run(Actor::Account(ann), &submit),
        input(Field::SocialCreditCode, wrong)
    );
    let kept = application_of(&world.store, ann, registration).unwrap();
    assert_eq!(kept.form.number, form.number);
}

#[test]
fn a_draft_keeps_any_text_and_names_what_is_wrong_in_it() {
    let mut world = World::new(Time(20_000 * DAY), 6);
    let ann = steps::person(&mut world, "Ann", "+8613800000001");
    for typed in [SCRIPT, ARABIC, FAMILY, "\u{202e}gnp.exe", "x"] {
        let sound = steps::form(Region::GB, "Tailspin", "Tailspin");
        let registration = steps::draft(&mut world, ann, &sound);
        let form = Form {
            legal_name: typed.into(),
            display_name: typed.into(),
            address: typed.into(),
            number: typed.into(),
            applicant_name: typed.into(),
            applicant_position: typed.into(),
            applicant_mobile: typed.into(),
            ..sound
        };
        let save = SaveDraft {
            registration,
            form: form.clone(),
        };
        world.run(Actor::Account(ann), &save).expect("any text");
        let kept = application_of(&world.store, ann, registration).unwrap();
        assert_eq!(kept.form, form);
        let found = kept.check_at(world.now);
        let mobile = found.iter().find(|one| one.field == Field::ApplicantMobile);
        assert!(
            matches!(mobile.map(|one| one.problem), Some(Problem::Number(_))),
            "{typed}"
        );
        let discard = DiscardDraft { registration };
        world.run(Actor::Account(ann), &discard).expect("a draft");
    }
}

#[test]
fn a_phone_number_without_its_country_is_asked_for_it() {
    assert_eq!(
        Mobile::parse("138 0000 0000", None),
        Err(Number::CountryMissing)
    );
    let dialled = Mobile::parse("138 0000 0000", Some(Region::CN));
    assert_eq!(dialled, Mobile::parse("＋86 138-0000-0000", None));
}
