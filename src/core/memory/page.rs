//! A page: sorted, immutable bytes that hold the rows of one stretch of the store, possibly of several spaces.
//!
//! Layout, integers little-endian `u32`: number of sections *s*, number of entries *n*; *s* × (first entry, length of
//! the space's postcard, postcard); *n* offsets from the start of the page; *n* × (length of the key, key, value). A
//! value ends where the next entry begins. The same bytes stand in memory and on disk, so opening adopts what it read.

use crate::space::Space;

/// Where a row stands in the whole store.
pub type Place = (Space, Box<[u8]>);

#[derive(Clone, Debug)]
pub struct Page {
    bytes: Box<[u8]>,
    sections: Vec<Section>,
    offsets: usize,
    count: usize,
}

#[derive(Clone, Debug)]
struct Section {
    space: Space,
    first: usize,
}

impl Page {
    pub fn empty() -> Self {
        PageWriter::default().finish()
    }

    /// Takes bytes as a page, or `None` when they are not a page written by [`PageWriter`].
    pub fn adopt(bytes: Box<[u8]>) -> Option<Self> {
        let sections_count = number(&bytes, 0)?;
        let count = number(&bytes, 4)?;
        let mut at = 8;
        let mut sections: Vec<Section> = Vec::new();
        for _ in 0..sections_count {
            let (first, length) = (number(&bytes, at)?, number(&bytes, at + 4)?);
            let space =
                postcard::from_bytes(bytes.get(at + 8..(at + 8).checked_add(length)?)?).ok()?;
            if first >= count
                || sections
                    .last()
                    .is_some_and(|last| last.first >= first || last.space >= space)
            {
                return None;
            }
            sections.push(Section { space, first });
            at += 8 + length;
        }
        let page = Self {
            offsets: at,
            count,
            sections,
            bytes,
        };
        let starts_right = page
            .sections
            .first()
            .is_none_or(|section| section.first == 0);
        let has_owner = page.sections.is_empty() == (count == 0);
        (starts_right && has_owner && page.entries_are_sound()).then_some(page)
    }

    fn entries_are_sound(&self) -> bool {
        let mut last = self.offsets + 4 * self.count;
        (0..self.count).all(|index| {
            let start = self.start(index);
            let sound = start >= last
                && self.end(index) >= start + 4
                && number(&self.bytes, start)
                    .is_some_and(|length| length <= self.end(index) - start - 4);
            last = start;
            sound
        })
    }

    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    pub fn len(&self) -> usize {
        self.count
    }

    pub fn is_empty(&self) -> bool {
        self.count == 0
    }

    pub fn low(&self) -> Option<Place> {
        (self.count > 0).then(|| (self.sections[0].space, self.key(0).into()))
    }

    pub fn get(&self, space: &Space, key: &[u8]) -> Option<&[u8]> {
        let index = self.lower_bound(space, key);
        (index < self.section_end(space) && self.key(index) == key).then(|| self.value(index))
    }

    /// The entries of `space` from the first that is not before `from`.
    pub fn from<'a>(
        &'a self,
        space: &Space,
        from: &[u8],
    ) -> impl Iterator<Item = (&'a [u8], &'a [u8])> + use<'a> {
        (self.lower_bound(space, from)..self.section_end(space))
            .map(|index| (self.key(index), self.value(index)))
    }

    pub fn entries(&self) -> impl Iterator<Item = (Space, &[u8], &[u8])> {
        (0..self.sections.len()).flat_map(move |number| {
            let section = &self.sections[number];
            (section.first..self.end_of_section(number))
                .map(move |index| (section.space, self.key(index), self.value(index)))
        })
    }

    fn section(&self, space: &Space) -> Option<usize> {
        self.sections
            .binary_search_by(|section| section.space.cmp(space))
            .ok()
    }

    fn end_of_section(&self, number: usize) -> usize {
        self.sections
            .get(number + 1)
            .map_or(self.count, |next| next.first)
    }

    fn section_end(&self, space: &Space) -> usize {
        self.section(space)
            .map_or(0, |number| self.end_of_section(number))
    }

    fn lower_bound(&self, space: &Space, key: &[u8]) -> usize {
        let Some(number) = self.section(space) else {
            return self.count;
        };
        let (mut low, mut high) = (self.sections[number].first, self.end_of_section(number));
        while low < high {
            let middle = low.midpoint(high);
            if self.key(middle) < key {
                low = middle + 1
            } else {
                high = middle
            }
        }
        low
    }

    fn key(&self, index: usize) -> &[u8] {
        let start = self.start(index);
        let length = number(&self.bytes, start).unwrap_or(0);
        &self.bytes[start + 4..start + 4 + length]
    }

    fn value(&self, index: usize) -> &[u8] {
        let start = self.start(index);
        let length = number(&self.bytes, start).unwrap_or(0);
        &self.bytes[start + 4 + length..self.end(index)]
    }

    fn start(&self, index: usize) -> usize {
        number(&self.bytes, self.offsets + 4 * index).unwrap_or(self.bytes.len())
    }

    fn end(&self, index: usize) -> usize {
        if index + 1 < self.count {
            self.start(index + 1)
        } else {
            self.bytes.len()
        }
    }
}

fn number(bytes: &[u8], at: usize) -> Option<usize> {
    let field = bytes.get(at..)?.first_chunk::<4>()?;
    Some(u32::from_le_bytes(*field) as usize)
}

/// Writes a page from entries given in order.
#[derive(Default)]
pub struct PageWriter {
    sections: Vec<Section>,
    lengths: Vec<usize>,
    body: Vec<u8>,
}

impl PageWriter {
    pub fn push(&mut self, space: Space, key: &[u8], value: &[u8]) {
        if self
            .sections
            .last()
            .is_none_or(|section| section.space != space)
        {
            self.sections.push(Section {
                space,
                first: self.lengths.len(),
            });
        }
        self.lengths.push(4 + key.len() + value.len());
        self.body
            .extend_from_slice(&(key.len() as u32).to_le_bytes());
        self.body.extend_from_slice(key);
        self.body.extend_from_slice(value);
    }

    pub fn size(&self) -> usize {
        self.body.len() + 4 * self.lengths.len()
    }

    pub fn is_empty(&self) -> bool {
        self.lengths.is_empty()
    }

    pub fn finish(self) -> Page {
        let count = self.lengths.len();
        let mut bytes = Vec::with_capacity(8 + 48 * self.sections.len() + self.size());
        let push = |bytes: &mut Vec<u8>, number: usize| {
            bytes.extend_from_slice(&(number as u32).to_le_bytes())
        };
        push(&mut bytes, self.sections.len());
        push(&mut bytes, count);
        for section in &self.sections {
            let space =
                postcard::to_extend(&section.space, Vec::new()).expect("ids are always written");
            push(&mut bytes, section.first);
            push(&mut bytes, space.len());
            bytes.extend_from_slice(&space);
        }
        let offsets = bytes.len();
        let mut start = offsets + 4 * count;
        for length in &self.lengths {
            push(&mut bytes, start);
            start += length;
        }
        bytes.extend_from_slice(&self.body);
        Page {
            bytes: bytes.into(),
            sections: self.sections,
            offsets,
            count,
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::id::{Chance, Id, OrganizationId};

    fn sample() -> Page {
        let organization = Chance::new([3; 32]).id::<OrganizationId>();
        let mut writer = PageWriter::default();
        writer.push(Space::Company(organization), b"a", b"1");
        writer.push(Space::Company(organization), b"b", b"");
        writer.push(Space::Desk, b"", b"2");
        writer.push(Space::Vault, b"zz", b"3");
        writer.finish()
    }

    #[test]
    fn a_page_gives_back_what_was_written() {
        let page = Page::adopt(sample().bytes().into()).expect("a sound page");
        assert_eq!(page.entries().count(), 4);
        assert_eq!(page.get(&Space::Desk, b""), Some(&b"2"[..]));
        assert_eq!(page.get(&Space::Vault, b"zz"), Some(&b"3"[..]));
        assert_eq!(page.get(&Space::Vault, b"z"), None);
        assert_eq!(
            page.get(&Space::Company(OrganizationId::from_bytes([9; 16])), b"a"),
            None
        );
        assert_eq!(page.from(&Space::Vault, b"").count(), 1);
    }

    proptest! {
        #[test]
        fn damaged_bytes_are_no_page_or_a_harmless_one(at in 0usize..200, byte: u8, cut in 0usize..200) {
            let mut bytes = sample().bytes().to_vec();
            let at = at % bytes.len();
            bytes[at] = byte;
            bytes.truncate(bytes.len() - cut % bytes.len());
            if let Some(page) = Page::adopt(bytes.into()) {
                prop_assert!(page.entries().count() <= 4);
                page.get(&Space::Desk, b"");
            }
        }
    }
}
