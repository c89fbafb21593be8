//! [`Text`]: what every label, hint and sentence is.

use std::{
    fmt,
    sync::{Arc, Mutex},
};

use leptos::{oco::Oco, prelude::*, tachys::reactive_graph::ReactiveFunction};

use crate::{intl, locale::locale};

/// A piece of text that follows the language.
///
/// The words of a locale, a name that somebody typed, a date, a signal: all are `Text`, and all may stand where a
/// component asks for one, as a child in `view!`, or as an attribute. A `Text` holds what it says and not how it
/// is said, so `label=words::contacts::add()` switches language without a closure around it, and so does a sentence
/// with a date inside. Cloning is cheap.
#[derive(Clone)]
pub struct Text(Kind);

#[derive(Clone)]
enum Kind {
    Word(&'static [&'static str; 2]),
    Phrase(Arc<Phrase>),
    Fixed(Oco<'static, str>),
    Derived(Arc<dyn Fn() -> Text + Send + Sync>),
    Told(Arc<dyn Fn() -> String + Send + Sync>),
}

struct Phrase {
    forms: Forms,
    arguments: Vec<Text>,
}

enum Forms {
    Plain(&'static [&'static str; 2]),
    Plural(&'static [[&'static str; 2]; 2], u64),
}

impl Text {
    /// A word, in the order of [`crate::Locale`].
    pub fn word(saying: &'static [&'static str; 2]) -> Text {
        Text(Kind::Word(saying))
    }

    /// A sentence whose `{0}`, `{1}` are the arguments.
    pub fn phrase<const N: usize>(forms: &'static [&'static str; 2], arguments: [Text; N]) -> Text {
        Text::filled(Forms::Plain(forms), arguments.into())
    }

    /// A sentence that counts: for each language its form for one and its form for others.
    pub fn plural<const N: usize>(
        forms: &'static [[&'static str; 2]; 2],
        n: u64,
        arguments: [Text; N],
    ) -> Text {
        Text::filled(Forms::Plural(forms, n), arguments.into())
    }

    fn filled(forms: Forms, arguments: Vec<Text>) -> Text {
        Text(Kind::Phrase(Arc::new(Phrase { forms, arguments })))
    }

    /// Text that the browser words by the language: a date, a number.
    pub(crate) fn told(tell: impl Fn() -> String + Send + Sync + 'static) -> Text {
        Text(Kind::Told(Arc::new(tell)))
    }

    /// What it says in the language shown; reactive where somebody is looking.
    pub fn get(&self) -> Oco<'static, str> {
        match &self.0 {
            Kind::Word(saying) => Oco::Borrowed(saying[locale() as usize]),
            Kind::Phrase(phrase) => phrase.say().into(),
            Kind::Fixed(text) => text.clone(),
            Kind::Derived(tell) => tell().get(),
            Kind::Told(tell) => tell().into(),
        }
    }
}

impl Phrase {
    fn say(&self) -> String {
        let language = locale();
        let form = match self.forms {
            Forms::Plain(forms) => forms[language as usize],
            Forms::Plural(forms, n) => forms[language as usize][usize::from(!intl::is_singular(n))],
        };
        fill(form, &self.arguments)
    }
}

/// Puts the arguments in their places. An argument that runs from right to left is isolated, so that it cannot turn
/// the words around it.
fn fill(form: &str, arguments: &[Text]) -> String {
    let mut filled = String::with_capacity(form.len() + 16 * arguments.len());
    let mut rest = form;
    while let Some((before, after)) = rest.split_once('{') {
        let Some((place, behind)) = after.split_once('}') else {
            break;
        };
        filled.push_str(before);
        if let Some(argument) = place
            .parse()
            .ok()
            .and_then(|place: usize| arguments.get(place))
        {
            let argument = argument.get();
            match argument.chars().any(runs_right_to_left) {
                true => filled.extend(["\u{2068}", &argument, "\u{2069}"]),
                false => filled.push_str(&argument),
            }
        }
        rest = behind;
    }
    filled.push_str(rest);
    filled
}

/// Hebrew, Arabic and their neighbours, by Unicode block.
fn runs_right_to_left(sign: char) -> bool {
    matches!(sign, '\u{590}'..='\u{8FF}' | '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFF}'
        | '\u{10800}'..='\u{10FFF}' | '\u{1E800}'..='\u{1EFFF}')
}

/// This makes `Text` a child and an attribute in `view!`.
impl ReactiveFunction for Text {
    type Output = Oco<'static, str>;

    fn invoke(&mut self) -> Self::Output {
        self.get()
    }

    fn into_shared(self) -> Arc<Mutex<dyn FnMut() -> Self::Output + Send>> {
        Arc::new(Mutex::new(move || self.get()))
    }
}

impl From<String> for Text {
    fn from(text: String) -> Text {
        Text(Kind::Fixed(Oco::Counted(text.into())))
    }
}

impl From<&str> for Text {
    fn from(text: &str) -> Text {
        Text(Kind::Fixed(Oco::Counted(text.into())))
    }
}

impl From<&String> for Text {
    fn from(text: &String) -> Text {
        text.as_str().into()
    }
}

/// A number with the separators of the language.
impl From<u64> for Text {
    fn from(n: u64) -> Text {
        intl::number(n)
    }
}

/// What changes by itself: `move || words::chats::unread(count.get())`.
impl<F, T> From<F> for Text
where
    F: Fn() -> T + Send + Sync + 'static,
    T: Into<Text>,
{
    fn from(tell: F) -> Text {
        Text(Kind::Derived(Arc::new(move || tell().into())))
    }
}

impl<T> From<Signal<T>> for Text
where
    T: Into<Text> + Clone + Send + Sync + 'static,
{
    fn from(signal: Signal<T>) -> Text {
        (move || signal.get()).into()
    }
}

impl<T> From<RwSignal<T>> for Text
where
    T: Into<Text> + Clone + Send + Sync + 'static,
{
    fn from(signal: RwSignal<T>) -> Text {
        (move || signal.get()).into()
    }
}

impl<T> From<Memo<T>> for Text
where
    T: Into<Text> + Clone + Send + Sync + 'static,
{
    fn from(memo: Memo<T>) -> Text {
        (move || memo.get()).into()
    }
}

impl fmt::Display for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.get())
    }
}

impl fmt::Debug for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&*self.get(), f)
    }
}

/// Two texts are equal when they read the same; memos of texts need it.
impl PartialEq for Text {
    fn eq(&self, other: &Text) -> bool {
        match (&self.0, &other.0) {
            (Kind::Word(a), Kind::Word(b)) => std::ptr::eq(*a, *b) || a == b,
            _ => self.get() == other.get(),
        }
    }
}

impl Default for Text {
    fn default() -> Text {
        Text(Kind::Fixed(Oco::Borrowed("")))
    }
}
