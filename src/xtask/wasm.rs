//! Just enough of the WebAssembly binary format (core specification, chapter 5; names: its appendix) to say how many
//! bytes each function takes.

use std::collections::BTreeMap;

pub struct Module {
    /// Name and size in bytes of each function's code.
    pub functions: Vec<(String, u64)>,
    /// Bytes of the data section.
    pub data: u64,
}

const CUSTOM: u8 = 0;
const IMPORT: u8 = 2;
const CODE: u8 = 10;
const DATA: u8 = 11;
/// The subsection of the name section that holds functions.
const FUNCTION_NAMES: u8 = 1;

/// None when the bytes are no module that we understand.
pub fn read(bytes: &[u8]) -> Option<Module> {
    let mut module = Bytes(bytes.strip_prefix(b"\0asm\x01\0\0\0")?);
    let (mut imported, mut sizes, mut names, mut data) = (0, Vec::new(), BTreeMap::new(), 0);
    while !module.0.is_empty() {
        let id = module.byte()?;
        let size = module.number()?;
        let mut section = Bytes(module.take(size)?);
        match id {
            IMPORT => imported = imported_functions(&mut section)?,
            CODE => sizes = function_sizes(&mut section)?,
            DATA => data = size,
            CUSTOM if section.text()? == "name" => names = function_names(&mut section)?,
            _ => {}
        }
    }
    let named = |(place, size): (usize, &u64)| {
        let index = imported + place as u64;
        let name = names.get(&index).cloned().unwrap_or_default();
        (name, *size)
    };
    Some(Module {
        functions: sizes.iter().enumerate().map(named).collect(),
        data,
    })
}

/// How many imports are functions; they come first in the numbering.
fn imported_functions(section: &mut Bytes) -> Option<u64> {
    let mut functions = 0;
    for _ in 0..section.number()? {
        section.text()?;
        section.text()?;
        match section.byte()? {
            0 => {
                section.number()?;
                functions += 1;
            }
            1 => {
                section.byte()?;
                section.limits()?;
            }
            2 => section.limits()?,
            3 => {
                section.take(2)?;
            }
            4 => {
                section.byte()?;
                section.number()?;
            }
            _ => return None,
        }
    }
    Some(functions)
}

fn function_sizes(section: &mut Bytes) -> Option<Vec<u64>> {
    let mut sizes = Vec::new();
    for _ in 0..section.number()? {
        let size = section.number()?;
        section.take(size)?;
        sizes.push(size);
    }
    Some(sizes)
}

fn function_names(section: &mut Bytes) -> Option<BTreeMap<u64, String>> {
    let mut names = BTreeMap::new();
    while !section.0.is_empty() {
        let id = section.byte()?;
        let size = section.number()?;
        let mut part = Bytes(section.take(size)?);
        if id == FUNCTION_NAMES {
            for _ in 0..part.number()? {
                names.insert(part.number()?, part.text()?.to_owned());
            }
        }
    }
    Some(names)
}

struct Bytes<'a>(&'a [u8]);

impl<'a> Bytes<'a> {
    fn byte(&mut self) -> Option<u8> {
        let (first, rest) = self.0.split_first()?;
        self.0 = rest;
        Some(*first)
    }

    fn take(&mut self, count: u64) -> Option<&'a [u8]> {
        let (taken, rest) = self.0.split_at_checked(usize::try_from(count).ok()?)?;
        self.0 = rest;
        Some(taken)
    }

    /// Unsigned LEB128.
    fn number(&mut self) -> Option<u64> {
        let mut value = 0;
        for shift in (0..64).step_by(7) {
            let byte = self.byte()?;
            value |= u64::from(byte & 0x7f) << shift;
            if byte & 0x80 == 0 {
                return Some(value);
            }
        }
        None
    }

    fn text(&mut self) -> Option<&'a str> {
        let size = self.number()?;
        std::str::from_utf8(self.take(size)?).ok()
    }

    fn limits(&mut self) -> Option<()> {
        let has_most = self.byte()? & 1 == 1;
        self.number()?;
        if has_most {
            self.number()?;
        }
        Some(())
    }
}

/// The crate that a demangled function belongs to. What the standard library was instantiated for counts as that
/// crate's: `core::ptr::drop_in_place<leptos::Owner>` is leptos' doing.
pub fn owner(name: &str) -> Option<&str> {
    let roots: Vec<&str> = roots(name).collect();
    let own = |root: &&&str| !["core", "alloc", "std"].contains(root);
    roots.iter().find(own).or(roots.first()).copied()
}

/// The first parts of all the paths in a name.
fn roots(name: &str) -> impl Iterator<Item = &str> {
    let part = |sign: char| sign.is_alphanumeric() || sign == '_';
    name.match_indices("::").filter_map(move |(at, _)| {
        let before = &name[..at];
        let start = before.rfind(|sign| !part(sign)).map_or(0, |at| at + 1);
        let root = &before[start..];
        let inside = before[..start].ends_with("::") || before[..start].ends_with('>');
        (!inside && root.starts_with(|sign: char| sign.is_ascii_lowercase() || sign == '_'))
            .then_some(root)
    })
}

#[cfg(test)]
mod tests {
    use super::{owner, read};

    #[test]
    fn a_function_belongs_to_the_crate_that_caused_it() {
        for (name, crate_) in [
            ("liaison_core::policy::decide", Some("liaison_core")),
            ("<leptos::Owner as core::ops::Drop>::drop", Some("leptos")),
            ("core::ptr::drop_in_place<leptos::Owner>", Some("leptos")),
            ("core::fmt::Formatter::pad", Some("core")),
            (
                "<alloc::vec::Vec<T> as core::clone::Clone>::clone",
                Some("alloc"),
            ),
            ("memcpy", None),
        ] {
            assert_eq!(owner(name), crate_, "{name}");
        }
    }

    #[test]
    fn functions_are_numbered_after_the_imported_ones() {
        #[rustfmt::skip]
        let module = [
            &b"\0asm\x01\0\0\0"[..],
            b"\x02\x07\x01\x01a\x01b\0\0",      // one imported function
            b"\x0a\x09\x02\x02\0\x0b\x04\0\x01\x01\x0b", // two bodies, of two and four bytes
            b"\0\x10\x04name\x01\x09\x02\x01\x02a1\x02\x02b2", // the names of functions 1 and 2
        ]
        .concat();
        let read = read(&module).map(|module| module.functions);
        assert_eq!(read, Some(vec![("a1".to_owned(), 2), ("b2".to_owned(), 4)]));
    }

    #[test]
    fn what_is_cut_off_is_refused() {
        assert!(read(b"\0asm\x01\0\0\0\x0a\x09\x02").is_none());
        assert!(read(b"<html>").is_none());
    }
}
