//! A QR code as a picture of lines: sharp at every size, and printed as it is seen.

use std::fmt::Write;

use leptos::prelude::*;
use liaison_bridge::Memo;
use liaison_ui::Text;
use qrcode::{Color, EcLevel, QrCode as Code};

/// Light that a code needs around itself, in modules (ISO/IEC 18004).
const QUIET: usize = 4;

/// The code of a text. Dark on light in either theme: scanners expect it.
#[component]
pub fn QrCode(
    #[prop(into)] text: Signal<String>,
    /// What it is the code of.
    #[prop(into)]
    label: Text,
) -> impl IntoView {
    let drawn = Memo::new(move |_| text.with(|text| draw(text)));
    let size = move || {
        let size = drawn.with(|drawn| drawn.as_ref().map_or(1, |(size, _)| *size));
        format!("0 0 {size} {size}")
    };
    let path = move || drawn.with(|drawn| drawn.as_ref().map(|(_, path)| path.clone()));
    view! {
        <svg class="qr" role="img" aria-label=label viewBox=size shape-rendering="crispEdges">
            <path d=path />
        </svg>
    }
    .into_any()
}

/// How wide it is with its quiet zone, and a run of dark modules after the other. A text that no code can hold has none.
fn draw(text: &str) -> Option<(usize, String)> {
    let code = Code::with_error_correction_level(text, EcLevel::M).ok()?;
    let width = code.width();
    let mut path = String::new();
    for y in 0..width {
        let mut x = 0;
        while x < width {
            let run = (x..width)
                .take_while(|x| code[(*x, y)] == Color::Dark)
                .count();
            if run > 0 {
                // Writing to a string cannot fail.
                _ = write!(path, "M{} {}h{run}v1h-{run}z", x + QUIET, y + QUIET);
            }
            x += run.max(1);
        }
    }
    Some((width + 2 * QUIET, path))
}
