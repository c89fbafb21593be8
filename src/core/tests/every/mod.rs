//! All variants of an enum, for tables that must leave none out.

use std::cell::Cell;

use serde::{
    Deserializer,
    de::{DeserializeOwned, Error, Visitor, value},
    forward_to_deserialize_any,
};

/// In the order of the numbers that are stored; one with fields has nothing in them.
pub fn every<T: DeserializeOwned>() -> Vec<T> {
    let names = names::<T>();
    let numbered = |(number, name)| {
        let mut bytes = [0; 256];
        bytes[0] = number;
        let one = postcard::take_from_bytes(&bytes).ok().map(|(one, _)| one);
        one.unwrap_or_else(|| panic!("{name} cannot be made of nothing"))
    };
    (0..).zip(names).map(numbered).collect()
}

pub fn names<T: DeserializeOwned>() -> &'static [&'static str] {
    let names = Cell::new(&[][..]);
    _ = T::deserialize(Names(&names));
    names.get()
}

/// Asked for an enum, it hears how the variants are called.
struct Names<'a>(&'a Cell<&'static [&'static str]>);

impl<'de> Deserializer<'de> for Names<'_> {
    type Error = value::Error;

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        variants: &'static [&'static str],
        _: V,
    ) -> Result<V::Value, value::Error> {
        self.0.set(variants);
        Err(value::Error::custom("only asked"))
    }

    fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, value::Error> {
        Err(value::Error::custom("no enum"))
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 u8 u16 u32 u64 f32 f64 char str string bytes byte_buf option unit unit_struct
        newtype_struct seq tuple tuple_struct map struct identifier ignored_any
    }
}
