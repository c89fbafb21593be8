use super::*;
use crate::numbers::testing::no_text_panics;
use proptest::prelude::*;

#[test]
fn a_number_with_its_country_is_read_however_it_is_typed() {
    for (typed, normal) in [
        ("+8613800138000", "+8613800138000"),
        ("+86 138-0013-8000", "+8613800138000"),
        ("＋８６　１３８ ００１３ ８０００", "+8613800138000"),
        ("\u{202a}+86 (138) 0013.8000\u{202c}", "+8613800138000"),
        ("0086 13800138000", "+8613800138000"),
        ("００８６-13800138000", "+8613800138000"),
        ("+86 013800138000", "+8613800138000"),
        ("+44 (0)7911 123456", "+447911123456"),
        ("+1 (416) 555-0123", "+14165550123"),
        ("+1 876 555 0123", "+18765550123"),
        ("+852 5123 4567", "+85251234567"),
        ("+853 6612 3456", "+85366123456"),
        ("+886 0912 345 678", "+886912345678"),
        ("+39 06 698 12345", "+390669812345"),
        ("+225 01 23 45 67 89", "+2250123456789"),
        ("+7 912 345-67-89", "+79123456789"),
        ("+٩٧١ ٥٠ ١٢٣ ٤٥٦٧", "+971501234567"),
        ("+683 4002", "+6834002"),
        ("+881 6 123 45678", "+881612345678"),
    ] {
        assert_eq!(
            Mobile::parse(typed, None).map(|mobile| mobile.to_string()),
            Ok(normal.to_owned()),
            "{typed}"
        );
    }
}

#[test]
fn with_a_region_a_number_is_read_as_it_is_dialled_there() {
    for (typed, region, normal) in [
        ("138 0013 8000", "CN", "+8613800138000"),
        ("8613800138000", "CN", "+8613800138000"),
        ("013800138000", "CN", "+8613800138000"),
        ("07911 123456", "GB", "+447911123456"),
        ("0171 1234567", "DE", "+491711234567"),
        ("079 123 45 67", "CH", "+41791234567"),
        ("(416) 555-0123", "CA", "+14165550123"),
        ("1 416 555 0123", "CA", "+14165550123"),
        ("356 1234", "BS", "+12423561234"),
        ("242 356 1234", "BS", "+12423561234"),
        ("8 912 345-67-89", "RU", "+79123456789"),
        ("8 701 234 5678", "KZ", "+77012345678"),
        ("06 30 123 4567", "HU", "+36301234567"),
        ("8 029 123 45 67", "BY", "+375291234567"),
        ("01 23 45 67 89 01", "CI", "+225012345678901"),
        ("5123 4567", "HK", "+85251234567"),
        ("0912 345 678", "TW", "+886912345678"),
        ("+44 7911 123456", "CN", "+447911123456"),
        ("0044 7911 123456", "CN", "+447911123456"),
        ("011 44 7911 123456", "US", "+447911123456"),
    ] {
        let mobile = Mobile::parse(typed, Region::parse(region));
        assert_eq!(
            mobile.map(|mobile| mobile.to_string()),
            Ok(normal.to_owned()),
            "{typed} in {region}"
        );
    }
}

#[test]
fn what_is_wrong_is_said() {
    let length = |least, most, found| Problem::Length { least, most, found };
    for (typed, problem) in [
        ("", Problem::Empty),
        ("+", Problem::Empty),
        ("13800138000", Problem::CountryMissing),
        ("010 8888 8888", Problem::CountryMissing),
        ("+0086 13800138000", Problem::CallingCode),
        ("+999 123456", Problem::CallingCode),
        ("+210 123456", Problem::CallingCode),
        ("+049 171 1234567", Problem::CallingCode),
        ("+86 1380013800", length(11, 11, 10)),
        ("+86 138001380000", length(11, 11, 12)),
        ("+86", length(11, 11, 0)),
        ("+86 1", length(11, 11, 1)),
        ("+86 10 8888 8888", Problem::NotMobile),
        ("+86 12800138000", Problem::NotMobile),
        ("+86 400 810 8888", Problem::NotMobile),
        ("+886 2 2345 6789", Problem::NotMobile),
        ("+1 116 555 0123", Problem::NotMobile),
        ("+44 00 7911 123456", Problem::NotMobile),
        ("+1 416 555 012", length(10, 10, 9)),
        ("+44 123", length(4, 13, 3)),
        ("+44 12345678901234", length(4, 13, 14)),
        (
            "+1-800-FLOWERS",
            Problem::Sign {
                sign: 'F',
                place: 5,
            },
        ),
        (
            "+86+13800138000",
            Problem::Sign {
                sign: '+',
                place: 3,
            },
        ),
        (
            "++8613800138000",
            Problem::Sign {
                sign: '+',
                place: 1,
            },
        ),
        (
            "张三",
            Problem::Sign {
                sign: '张',
                place: 1,
            },
        ),
    ] {
        assert_eq!(Mobile::parse(typed, None), Err(problem), "{typed}");
    }
}

#[test]
fn numbers_are_grouped_for_reading() {
    for (normal, grouped) in [
        ("+8613800138000", "+86 138 0013 8000"),
        ("+14165550123", "+1 416 555 0123"),
        ("+85251234567", "+852 5123 4567"),
        ("+886912345678", "+886 912 345 678"),
        ("+6834002", "+683 4002"),
        ("+491512345678901", "+49 1512 3456 7890 1"),
    ] {
        let mobile = Mobile::parse(normal, None);
        assert_eq!(mobile.map(Mobile::spaced), Ok(grouped.to_owned()));
    }
}

#[test]
fn only_the_last_four_digits_are_shown() {
    assert_eq!(
        Mobile::parse("+8613800130007", None).map(Mobile::masked),
        Ok("••••0007".to_owned())
    );
}

#[test]
fn a_stored_number_is_checked_again() {
    let stored =
        |digits: u64| postcard::from_bytes::<Mobile>(&postcard::to_allocvec(&digits).unwrap()).ok();
    assert_eq!(
        stored(8_613_800_138_000),
        Mobile::parse("+8613800138000", None).ok()
    );
    assert_eq!(stored(86_013_800_138_000), None);
    assert_eq!(stored(12_800_138_000), None);
    assert_eq!(stored(u64::MAX), None);
}

#[test]
fn no_calling_code_begins_with_another() {
    let codes: Vec<_> = (1..1_000)
        .filter(|code| is_calling_code(*code))
        .map(|code| code.to_string())
        .collect();
    for code in &codes {
        assert_eq!(
            codes
                .iter()
                .filter(|other| code.starts_with(other.as_str()))
                .count(),
            1,
            "{code}"
        );
    }
    assert_eq!(
        Mobile::parse("+14165550123", None).map(Mobile::calling_code),
        Ok(1)
    );
}

proptest! {
    #[test]
    fn a_normal_number_reads_back_as_itself(digits in "[1-9][0-9]{6,14}") {
        if let Ok(mobile) = Mobile::parse(&format!("+{digits}"), None) {
            prop_assert_eq!(Mobile::parse(&mobile.to_string(), None), Ok(mobile));
            prop_assert_eq!(Mobile::parse(&mobile.spaced(), None), Ok(mobile));
            prop_assert_eq!(Mobile::try_from(mobile.digits()), Ok(mobile));
            prop_assert!(mobile.to_string().len() <= 16);
        }
    }

    #[test]
    fn every_mainland_mobile_is_read_in_every_writing(rest in "1[3-9][0-9]{9}") {
        let expected = Mobile::parse(&format!("+86{rest}"), None);
        prop_assert!(expected.is_ok());
        let full_width: String = rest.chars().map(|digit| char::from_u32(digit as u32 + 0xfee0).unwrap()).collect();
        let grouped = format!("{} {}-{}", &rest[..3], &rest[3..7], &rest[7..]);
        for national in [&rest, &full_width, &grouped, &format!("0{rest}")] {
            prop_assert_eq!(Mobile::parse(national, Some(Region::CN)), expected);
            prop_assert_eq!(Mobile::parse(national, None), Err(Problem::CountryMissing));
            prop_assert_eq!(Mobile::parse(&format!("＋86 {national}"), None), expected);
            prop_assert_eq!(Mobile::parse(&format!("0086{national}"), Some(Region::HK)), expected);
        }
    }
}

#[test]
fn no_text_panics_here() {
    no_text_panics(|text| {
        let _ = Mobile::parse(text, None).map(|mobile| (mobile.spaced(), mobile.masked()));
        for entry in regions() {
            let _ = Mobile::parse(text, Some(entry.region));
        }
    });
}
