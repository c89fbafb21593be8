//! Reads QR codes, in a program of its own.

use js_sys::{Array, Uint8Array};

use crate::{camera::Brightness, helper::Helper};

pub struct CodeReader(Helper);

impl CodeReader {
    /// None when it cannot be loaded.
    pub async fn start() -> Option<Self> {
        Helper::start("./scan_loader.js").await.map(Self)
    }

    /// The text of a code in the picture. One picture after the other.
    pub async fn read(&self, picture: &Brightness) -> Option<String> {
        let pixels = Uint8Array::from(&picture.pixels[..]);
        let asked = Array::of3(&picture.width.into(), &picture.height.into(), &pixels);
        let handed_over = Array::of1(&pixels.buffer());
        self.0.ask(&asked, &handed_over).await?.as_string()
    }
}
