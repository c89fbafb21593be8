//! Numbers, dates, plurals and the names of regions, worded by the browser's `Intl`: nothing of it weighs here.
//!
//! Everything here is a [`Text`] and follows the language.

use std::{cell::RefCell, collections::BTreeMap};

use js_sys::{Array, Function, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

use crate::{
    Text,
    locale::{Locale, locale},
};

/// `12,345`.
pub fn number(n: u64) -> Text {
    Text::told(move || NUMBER.tell(&[float(n)]))
}

/// `42%` of a share between 0 and 1.
pub fn percent(share: f64) -> Text {
    Text::told(move || PERCENT.tell(&[share.into()]))
}

/// `1.5 MB`. Units of 1000, as file managers show them.
pub fn bytes(size: u64) -> Text {
    let (kind, unit) = match size {
        0..1_000 => (&BYTES, 1.0),
        1_000..1_000_000 => (&KILOBYTES, 1e3),
        1_000_000..1_000_000_000 => (&MEGABYTES, 1e6),
        _ => (&GIGABYTES, 1e9),
    };
    Text::told(move || kind.tell(&[(size as f64 / unit).into()]))
}

/// `Mar 5, 2026`, in the reader's time zone. `ms` since 1970.
pub fn date(ms: u64) -> Text {
    Text::told(move || DATE.tell(&[float(ms)]))
}

/// `Mar 5, 2026` for a day that is a date and no instant, such as an expiry: whole days since 1970-01-01.
pub fn day(days: i64) -> Text {
    Text::told(move || DAY.tell(&[(days as f64 * 86_400_000.0).into()]))
}

/// `Mar 5, 2026, 14:30`.
pub fn date_time(ms: u64) -> Text {
    Text::told(move || DATE_TIME.tell(&[float(ms)]))
}

/// `14:30`.
pub fn time(ms: u64) -> Text {
    Text::told(move || TIME.tell(&[float(ms)]))
}

/// `3 minutes ago`, `in 2 hours`; from a day on the date, and from half a year on with its year.
pub fn relative(ms: u64, now: u64) -> Text {
    const MINUTE: i64 = 60_000;
    const HOUR: i64 = 60 * MINUTE;
    const DAY: i64 = 24 * HOUR;
    const HALF_A_YEAR: i64 = 182 * DAY;
    let distance = ms as i64 - now as i64;
    let (amount, unit) = match distance.abs() {
        ..MINUTE => (0, "second"), // worded "now"
        MINUTE..HOUR => (distance / MINUTE, "minute"),
        HOUR..DAY => (distance / HOUR, "hour"),
        DAY..HALF_A_YEAR => return Text::told(move || SHORT_DATE.tell(&[float(ms)])),
        _ => return date(ms),
    };
    Text::told(move || RELATIVE.tell(&[(amount as f64).into(), unit.into()]))
}

/// The name of an ISO 3166-1 region, `CA` → `Canada`; the code itself if the browser knows none.
pub fn region_name(code: &str) -> Text {
    let code = code.to_owned();
    Text::told(move || match REGION.tell(&[code.as_str().into()]) {
        name if name.is_empty() => code.clone(),
        name => name,
    })
}

/// `Anna, Bo, and Chen`.
pub fn list(items: Vec<Text>) -> Text {
    Text::told(move || {
        let items: Array = items
            .iter()
            .map(|item| JsValue::from_str(&item.get()))
            .collect();
        LIST.tell(&[items.into()])
    })
}

/// The order of two names as a reader of the language expects it: Chinese by pinyin.
pub fn compare(a: &str, b: &str) -> std::cmp::Ordering {
    let order = COLLATOR
        .call(&[a.into(), b.into()])
        .as_f64()
        .unwrap_or_default();
    order.total_cmp(&0.0)
}

/// Whether the language shown says `n` in its form for one.
pub(crate) fn is_singular(n: u64) -> bool {
    PLURAL.tell(&[float(n)]) == "one"
}

fn float(n: u64) -> JsValue {
    JsValue::from_f64(n as f64)
}

/// One constructor of `Intl` with its options. Making a formatter is slow, so each is made once per language.
#[derive(Debug)]
struct Format {
    class: &'static str,
    method: &'static str,
    options: &'static [(&'static str, &'static str)],
}

const fn format(
    class: &'static str,
    method: &'static str,
    options: &'static [(&'static str, &'static str)],
) -> Format {
    Format {
        class,
        method,
        options,
    }
}

static NUMBER: Format = format("NumberFormat", "format", &[]);
static PERCENT: Format = format("NumberFormat", "format", &[("style", "percent")]);
static BYTES: Format = format(
    "NumberFormat",
    "format",
    &[("style", "unit"), ("unit", "byte"), UNIT_LONG],
);
static KILOBYTES: Format = format(
    "NumberFormat",
    "format",
    &[("style", "unit"), ("unit", "kilobyte"), WHOLE],
);
static MEGABYTES: Format = format(
    "NumberFormat",
    "format",
    &[("style", "unit"), ("unit", "megabyte"), TENTHS],
);
static GIGABYTES: Format = format(
    "NumberFormat",
    "format",
    &[("style", "unit"), ("unit", "gigabyte"), TENTHS],
);
static DATE: Format = format("DateTimeFormat", "format", &[("dateStyle", "medium")]);
static SHORT_DATE: Format = format(
    "DateTimeFormat",
    "format",
    &[("month", "short"), ("day", "numeric")],
);
static DAY: Format = format(
    "DateTimeFormat",
    "format",
    &[("dateStyle", "medium"), ("timeZone", "UTC")],
);
static DATE_TIME: Format = format(
    "DateTimeFormat",
    "format",
    &[("dateStyle", "medium"), ("timeStyle", "short")],
);
static TIME: Format = format("DateTimeFormat", "format", &[("timeStyle", "short")]);
static RELATIVE: Format = format("RelativeTimeFormat", "format", &[("numeric", "auto")]);
static REGION: Format = format("DisplayNames", "of", &[("type", "region")]);
static LIST: Format = format("ListFormat", "format", &[]);
static COLLATOR: Format = format("Collator", "compare", &[("numeric", "true")]);
static PLURAL: Format = format("PluralRules", "select", &[]);

const UNIT_LONG: (&str, &str) = ("unitDisplay", "long");
const WHOLE: (&str, &str) = ("maximumFractionDigits", "0");
const TENTHS: (&str, &str) = ("maximumFractionDigits", "1");

impl Format {
    fn tell(&'static self, arguments: &[JsValue]) -> String {
        self.call(arguments).as_string().unwrap_or_default()
    }

    /// A value that the browser refuses (a region code of three signs, a year out of range) becomes `undefined`.
    fn call(&'static self, arguments: &[JsValue]) -> JsValue {
        let arguments: Array = arguments.iter().collect();
        FORMATTERS.with(|made| {
            let mut made = made.borrow_mut();
            let key = (std::ptr::from_ref(self) as usize, locale());
            let formatter = made
                .entry(key)
                .or_insert_with(|| self.make(key.1).unwrap_or_default());
            get(formatter, self.method)
                .and_then(|method| {
                    method
                        .unchecked_into::<Function>()
                        .apply(formatter, &arguments)
                })
                .unwrap_or_default()
        })
    }

    fn make(&self, locale: Locale) -> Result<JsValue, JsValue> {
        let options = Object::new();
        for (name, value) in self.options {
            Reflect::set(&options, &(*name).into(), &(*value).into())?;
        }
        let class = get(&get(&js_sys::global(), "Intl")?, self.class)?;
        let arguments = Array::of2(&locale.format_tag().into(), &options);
        Reflect::construct(&class.unchecked_into::<Function>(), &arguments)
    }
}

fn get(object: &JsValue, name: &str) -> Result<JsValue, JsValue> {
    Reflect::get(object, &name.into())
}

thread_local! {
    static FORMATTERS: RefCell<BTreeMap<(usize, Locale), JsValue>> = const { RefCell::new(BTreeMap::new()) };
}
