use super::DocumentKind::*;
use super::*;
use crate::numbers::regions;
use crate::numbers::testing::no_text_panics;

#[test]
fn each_document_has_its_check() {
    for (kind, region, typed, normal) in [
        (
            IdentityCard,
            "CN",
            "11010519491231002x",
            "11010519491231002X",
        ),
        (IdentityCard, "HK", "A123456(3)", "A1234563"),
        (IdentityCard, "MO", "5215299(8)", "52152998"),
        (IdentityCard, "TW", "A123456789", "A123456789"),
        (IdentityCard, "TW", "A800000014", "A800000014"),
        (IdentityCard, "GR", "αβ 123456", "ΑΒ123456"),
        (IdentityCard, "DE", "L01X00T47", "L01X00T47"),
        (
            ResidencePermit,
            "CN",
            "810000199408230021",
            "810000199408230021",
        ),
        (
            ResidencePermit,
            "HK",
            "810000199408230021",
            "810000199408230021",
        ),
        (
            ResidencePermit,
            "MO",
            "820000 19891111 0008",
            "820000198911110008",
        ),
        (
            ResidencePermit,
            "TW",
            "830000199201300022",
            "830000199201300022",
        ),
        (ResidencePermit, "HK", "A123456(3)", "A1234563"),
        (ResidencePermit, "MO", "5215299(8)", "52152998"),
        (ResidencePermit, "TW", "AA00000009", "AA00000009"),
        (ResidencePermit, "CN", "USA110099123456", "USA110099123456"),
        (ResidencePermit, "JP", "ab12345678cd", "AB12345678CD"),
        (TravelPermit, "HK", "H12345678", "H12345678"),
        (Passport, "CN", "E12345678", "E12345678"),
        (Passport, "CA", "ga 302 922", "GA302922"),
        (
            DrivingLicense,
            "CN",
            "11010519491231002X",
            "11010519491231002X",
        ),
        (DrivingLicense, "AT", "12/345678", "12345678"),
    ] {
        let number =
            check(kind, region_of(region), typed, today()).map(|number| number.as_str().to_owned());
        assert_eq!(number, Ok(normal.to_owned()), "{kind:?} {region} {typed}");
    }
}

#[test]
fn what_is_wrong_is_said() {
    for (kind, region, typed, problem) in [
        (IdentityCard, "CN", "", Problem::Empty),
        (IdentityCard, "CN", "11010519490231002X", Problem::Date),
        (
            IdentityCard,
            "CN",
            "810000199408230021",
            Problem::OtherDocument(ResidencePermit),
        ),
        (IdentityCard, "HK", "A123456(4)", Problem::CheckDigit),
        (IdentityCard, "TW", "A123456788", Problem::CheckDigit),
        (
            IdentityCard,
            "DE",
            "L01X",
            Problem::Length {
                least: 5,
                most: 32,
                found: 4,
            },
        ),
        (
            IdentityCard,
            "DE",
            "L01X00T4🙂",
            Problem::Sign {
                sign: '🙂',
                place: 9,
            },
        ),
        (
            IdentityCard,
            "DE",
            "<script>",
            Problem::Sign {
                sign: '<',
                place: 1,
            },
        ),
        (ResidencePermit, "MO", "810000199408230021", Problem::Region),
        (
            ResidencePermit,
            "CN",
            "810000199408230022",
            Problem::CheckDigit,
        ),
        (ResidencePermit, "TW", "A123456788", Problem::CheckDigit),
        (
            Passport,
            "CA",
            "GA3029221234",
            Problem::Length {
                least: 5,
                most: 9,
                found: 12,
            },
        ),
        (
            Passport,
            "CA",
            "GA30Ж922",
            Problem::Sign {
                sign: 'Ж',
                place: 5,
            },
        ),
        (
            DrivingLicense,
            "AT",
            "1<345678",
            Problem::Sign {
                sign: '<',
                place: 2,
            },
        ),
    ] {
        assert_eq!(
            check(kind, region_of(region), typed, today()),
            Err(problem),
            "{kind:?} {region} {typed}"
        );
    }
}

#[test]
fn a_zone_gives_the_same_number_as_typing_it_and_two_dates_more() {
    let from_zone = check(Passport, region_of("CA"), CANADIAN, today()).unwrap();
    let typed = check(Passport, region_of("CA"), "l898902c3", today()).unwrap();
    assert_eq!(from_zone.as_str(), typed.as_str());
    assert_eq!(
        (from_zone.birth(), from_zone.expiry()),
        (Date::new(1974, 8, 12), Date::new(2012, 4, 15))
    );
    assert_eq!((typed.birth(), typed.expiry()), (None, None));
}

#[test]
fn an_expired_passport_is_refused_from_the_day_after() {
    let on = |year, month, day| {
        check(
            Passport,
            region_of("CA"),
            CANADIAN,
            Date::new(year, month, day).unwrap(),
        )
    };
    assert!(on(2012, 4, 15).is_ok());
    assert_eq!(
        on(2012, 4, 16),
        Err(Problem::Expired(Date::new(2012, 4, 15).unwrap()))
    );
}

#[test]
fn a_zone_tells_its_issuer_and_its_kind() {
    let read = |kind, region, zone: &str| check(kind, region_of(region), zone, today()).map(drop);
    assert_eq!(
        read(Passport, "CH", CANADIAN),
        Err(Problem::IssuedElsewhere(Region::CA))
    );
    assert_eq!(
        read(IdentityCard, "CA", CANADIAN),
        Err(Problem::OtherDocument(Passport))
    );
    assert_eq!(
        read(Passport, "HK", &CANADIAN.replace("CAN", "CHN")),
        Ok(())
    );
    assert_eq!(
        read(Passport, "TW", &CANADIAN.replace("CAN", "CHN")),
        Err(Problem::IssuedElsewhere(Region::CN))
    );
    assert_eq!(
        read(Passport, "CH", &CANADIAN.replace("CAN", "UTO")),
        Ok(())
    );
    let german_card = "I<D<<D231458907<<<<<<<<<<<<<<<7408122F1204159UTO<<<<<<<<<<<6ERIKSSON<<ANNA<MARIA<<<<<<<<<<";
    assert_eq!(read(IdentityCard, "DE", german_card), Ok(()));
}

#[test]
fn what_stays_is_the_last_four_signs() {
    let number = check(IdentityCard, region_of("GR"), "ΑΒΓΔ-ΕΖ", today()).unwrap();
    assert_eq!(
        (number.last_four(), number.masked().to_string()),
        ("ΓΔΕΖ", "••••ΓΔΕΖ".to_owned())
    );
    assert_eq!(format!("{number:?}"), "DocumentNumber(••••ΓΔΕΖ)");
}

#[test]
fn no_text_panics_here() {
    for kind in DocumentKind::ALL {
        for region in ["CN", "HK", "MO", "TW", "US", "DE"] {
            no_text_panics(|text| check(kind, region_of(region), text, today()));
        }
    }
    for entry in regions() {
        assert_eq!(
            check(Passport, entry.region, " - ", today()),
            Err(Problem::Empty)
        );
    }
}

/// The specimen of ICAO 9303 under another flag: issuer and nationality are covered by no check digit.
const CANADIAN: &str =
    "P<CANERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<L898902C36CAN7408122F1204159ZE184226B<<<<<10";

fn region_of(code: &str) -> Region {
    Region::parse(code).unwrap()
}

/// While the specimens were valid.
fn today() -> Date {
    Date::new(2012, 1, 1).unwrap()
}
