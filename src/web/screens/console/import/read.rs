//! From a file to a plan, in slices between which the browser draws.

use js_sys::{Object, Uint8Array};
use liaison_bridge::Db;
use liaison_core::{
    id::OrganizationId,
    numbers::Region,
    organization::import::{
        Column, Columns, Sheet,
        csv::CsvReader,
        people::{People, PeopleReader},
        plan::{Options, Plan, Planner},
    },
    view::View,
};
use wasm_bindgen_futures::JsFuture;
use web_sys::{File, TextDecodeOptions, TextDecoder, TextDecoderOptions};

use super::{Trouble, Work};
use crate::{
    screens::{Slice, pause},
    tell,
};

/// Bytes that are decoded at once, and members or rows that are looked at before the clock is.
const BYTES: u32 = 64 * 1024;
const STEPS: usize = 64;

/// What a file is compared with, and how.
pub struct Read {
    pub db: Db,
    pub organization: OrganizationId,
    pub region: Option<Region>,
    pub absent_leave: bool,
}

/// Nothing when somebody stopped it.
pub async fn plan_of(file: File, read: Read, work: Work) -> Result<Option<Plan>, Trouble> {
    let buffer = JsFuture::from(file.array_buffer()).await;
    let bytes = Uint8Array::new(&buffer.map_err(|_| Trouble::Unreadable)?);
    let Some(sheet) = sheet_of(&bytes, work).await? else {
        return Ok(None);
    };
    // Headers may stand in either language of the screen.
    let names = Column::ALL.map(|column| (tell::field(column.field()).get(), column));
    let names: Vec<(&str, Column)> = names
        .iter()
        .map(|(name, column)| (name.as_ref(), *column))
        .collect();
    let columns = Columns::of(&sheet, &names).map_err(Trouble::File)?;
    let Some(people) = everybody(read.db, read.organization, work).await? else {
        return Ok(None);
    };
    let options = Options {
        region: read.region,
        absent_leave: read.absent_leave,
    };
    let mut planner = Planner::new(sheet, columns, people, options);
    let mut slice = Slice::begin();
    while planner.step(STEPS) {
        if slice.is_over() {
            let share = planner.done() as f64 / planner.steps().max(1) as f64;
            if !work.goes_on(0.4 + 0.6 * share) {
                return Ok(None);
            }
            pause().await;
            slice = Slice::begin();
        }
    }
    Ok(Some(planner.finish()))
}

/// Every member, to compare with or to export.
pub async fn everybody(
    db: Db,
    organization: OrganizationId,
    work: Work,
) -> Result<Option<People>, Trouble> {
    // One state of the world, whatever happens meanwhile; seen as its person sees it.
    let store = db.copy();
    let actor = leptos::prelude::untrack(|| db.actor());
    let view = View::new(&store, actor);
    let mut reader = PeopleReader::new(&view, organization).map_err(Trouble::Stop)?;
    let mut slice = Slice::begin();
    while reader.step(&view, STEPS).map_err(Trouble::Stop)? {
        if slice.is_over() {
            if !work.goes_on(0.4) {
                return Ok(None);
            }
            pause().await;
            slice = Slice::begin();
        }
    }
    Ok(Some(reader.finish()))
}

/// UTF-8, with or without its mark; else what Chinese spreadsheets write.
async fn sheet_of(bytes: &Uint8Array, work: Work) -> Result<Option<Sheet>, Trouble> {
    let encodings = match [bytes.get_index(0), bytes.get_index(1)] {
        [0xff, 0xfe] => ["utf-16le", "utf-16le"],
        _ => ["utf-8", "gbk"],
    };
    for encoding in encodings {
        match decoded(bytes, encoding, work).await {
            Err(Trouble::Unreadable) => {}
            answer => return answer,
        }
    }
    Err(Trouble::Unreadable)
}

/// Unreadable when the bytes are not of this encoding.
async fn decoded(bytes: &Uint8Array, encoding: &str, work: Work) -> Result<Option<Sheet>, Trouble> {
    let strict = TextDecoderOptions::new();
    strict.set_fatal(true);
    let decoder = TextDecoder::new_with_label_and_options(encoding, &strict)
        .map_err(|_| Trouble::Unreadable)?;
    let mut reader = CsvReader::default();
    let (mut at, end) = (0, bytes.length());
    let mut slice = Slice::begin();
    while at < end {
        let next = (at + BYTES).min(end);
        let more = TextDecodeOptions::new();
        more.set_stream(next < end);
        let part: Object = bytes.subarray(at, next).into();
        let text = decoder
            .decode_with_buffer_source_and_options(&part, &more)
            .map_err(|_| Trouble::Unreadable)?;
        reader.feed(&text).map_err(Trouble::File)?;
        at = next;
        if slice.is_over() {
            if !work.goes_on(0.4 * f64::from(at) / f64::from(end)) {
                return Ok(None);
            }
            pause().await;
            slice = Slice::begin();
        }
    }
    reader.finish().map(Some).map_err(Trouble::File)
}
