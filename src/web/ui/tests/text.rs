use leptos::{prelude::*, task::tick};
use wasm_bindgen_test::wasm_bindgen_test;

use super::Stage;
use crate::{Locale, Text, intl, set_locale};

const HELLO: &[&str; 2] = &["Hello {0}, from {1}", "来自{1}的{0}，你好"];

fn said(text: impl Into<Text>) -> [String; 2] {
    let text = text.into();
    Locale::ALL.map(|locale| {
        set_locale(locale);
        text.to_string()
    })
}

#[wasm_bindgen_test]
fn a_language_is_found_by_any_of_its_tags() {
    let cases = [
        ("en", Some(Locale::En)),
        ("en-GB", Some(Locale::En)),
        ("zh", Some(Locale::ZhCn)),
        ("zh-Hans-SG", Some(Locale::ZhCn)),
        ("ZH-cn", Some(Locale::ZhCn)),
        ("de", None),
        ("", None),
    ];
    for (tag, expected) in cases {
        assert_eq!(Locale::of_tag(tag), expected, "{tag}");
    }
}

#[wasm_bindgen_test]
fn arguments_stand_where_the_language_puts_them() {
    assert_eq!(
        said(Text::phrase(HELLO, ["Bo".into(), "Aurora".into()])),
        ["Hello Bo, from Aurora", "来自Aurora的Bo，你好"]
    );
}

#[wasm_bindgen_test]
fn a_name_cannot_write_placeholders() {
    assert_eq!(
        said(Text::phrase(HELLO, ["{1}".into(), "{0}".into()]))[0],
        "Hello {1}, from {0}"
    );
}

#[wasm_bindgen_test]
fn a_name_from_right_to_left_turns_nothing_around_it() {
    let sentence = Text::phrase(HELLO, ["ليلى".into(), "Aurora".into()]);
    assert_eq!(said(sentence)[0], "Hello \u{2068}ليلى\u{2069}, from Aurora");
}

#[wasm_bindgen_test]
fn a_number_chooses_its_form_and_gets_separators() {
    let seats = |n: u64| {
        Text::plural(
            &[["{0} seat", "{0} seats"], ["{0} 个席位"; 2]],
            n,
            [n.into()],
        )
    };
    assert_eq!(said(seats(0)), ["0 seats", "0 个席位"]);
    assert_eq!(said(seats(1)), ["1 seat", "1 个席位"]);
    assert_eq!(said(seats(12_345)), ["12,345 seats", "12,345 个席位"]);
}

#[wasm_bindgen_test]
async fn everything_on_the_page_follows_the_language() {
    set_locale(Locale::En);
    let due = || Text::phrase(&["Due {0}", "截止 {0}"], [intl::day(20_517)]);
    let stage = Stage::show(move || view! { <p title=due()>{due()}</p> }.into_any()).await;
    assert_eq!(stage.text("p"), "Due Mar 5, 2026");
    set_locale(Locale::ZhCn);
    tick().await;
    assert_eq!(stage.text("p"), "截止 2026年3月5日");
    assert_eq!(stage.count("[title='截止 2026年3月5日']"), 1);
    assert_eq!(
        document()
            .document_element()
            .unwrap()
            .get_attribute("lang")
            .as_deref(),
        Some("zh-CN")
    );
}

#[wasm_bindgen_test]
fn times_are_relative_up_to_a_day_and_have_a_year_when_it_is_another_one() {
    const NOW: u64 = 1_760_000_000_000;
    const HOUR: u64 = 3_600_000;
    let cases = [
        (NOW - 59_000, ["now", "现在"]),
        (NOW - 60_000, ["1 minute ago", "1分钟前"]),
        (NOW - 59 * 60_000, ["59 minutes ago", "59分钟前"]),
        (NOW - HOUR, ["1 hour ago", "1小时前"]),
        (NOW + 23 * HOUR, ["in 23 hours", "23小时后"]),
        (NOW - 240 * HOUR, ["Sep 29", "9月29日"]),
        (NOW - 400 * 24 * HOUR, ["Sep 4, 2024", "2024年9月4日"]),
    ];
    for (time, expected) in cases {
        assert_eq!(said(intl::relative(time, NOW)), expected, "{time}");
    }
}

#[wasm_bindgen_test]
fn regions_have_names_or_at_least_their_code() {
    assert_eq!(said(intl::region_name("CA")), ["Canada", "加拿大"]);
    assert_eq!(
        said(intl::region_name("nowhere at all")),
        ["nowhere at all"; 2]
    );
}

#[wasm_bindgen_test]
fn sizes_and_shares_are_short() {
    let cases = [
        (intl::bytes(999), "999 bytes"),
        (intl::bytes(1), "1 byte"),
        (intl::bytes(20_400), "20 kB"),
        (intl::bytes(1_482_000), "1.5 MB"),
        (intl::percent(0.42), "42%"),
    ];
    for (text, expected) in cases {
        assert_eq!(said(text)[0], expected);
    }
}

#[wasm_bindgen_test]
#[expect(clippy::disallowed_methods, reason = "not in the download")]
fn names_are_in_the_order_that_readers_expect() {
    set_locale(Locale::ZhCn);
    let mut names = ["王伟", "李娜", "阿里", "Zoe", "张三"];
    names.sort_by(|a, b| intl::compare(a, b));
    assert_eq!(names, ["阿里", "李娜", "王伟", "张三", "Zoe"]);
    set_locale(Locale::En);
    let mut names = ["Ödön", "Zoe", "apple", "Item 10", "Item 9"];
    names.sort_by(|a, b| intl::compare(a, b));
    assert_eq!(names, ["apple", "Item 9", "Item 10", "Ödön", "Zoe"]);
}
