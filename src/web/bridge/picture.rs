//! Files that are handed in: judged by their bytes, and a picture is drawn anew, so that it is no larger than it must be
//! and has lost what the camera wrote into it (REG 3).

use liaison_core::{blob::Upload, file_type::FileType, limits as core_limits, refusal::Problem};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Blob, File, ImageBitmap, ImageBitmapOptions, ImageEncodeOptions, ImageOrientation,
    OffscreenCanvas, OffscreenCanvasRenderingContext2d as Pen,
};

use crate::{db::Db, fault::StorageFault, limits};

/// Why a file cannot be taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unfit {
    /// The file itself.
    File(Problem),
    /// There is nowhere to put it.
    Storage(StorageFault),
}

impl Db {
    /// Takes a file as it was chosen and puts its bytes aside for a command that will own them.
    pub async fn hand_in(self, file: &File) -> Result<Upload, Unfit> {
        let bytes = fit(file).await.map_err(Unfit::File)?;
        let blob = self.put_blob(&bytes).await.map_err(Unfit::Storage)?;
        Ok(Upload::of(blob, &file.name(), &bytes))
    }
}

/// The bytes to keep.
async fn fit(file: &File) -> Result<Vec<u8>, Problem> {
    let size = file.size() as u64;
    if size == 0 {
        return Err(Problem::Missing);
    }
    let head = file.slice_with_f64_and_f64(0.0, FileType::HEAD as f64);
    let head = match head {
        Ok(head) => bytes_of(&head).await?,
        Err(_) => return Err(Problem::FileType),
    };
    let kind = FileType::of(&head).ok_or(Problem::FileType)?;
    let most = match kind.is_picture() {
        true => limits::PHOTO_BYTES,
        false => core_limits::DOCUMENT_BYTES,
    };
    if size > most {
        return Err(Problem::TooLarge { most, is: size });
    }
    match kind.is_picture() {
        // What calls itself a picture and cannot be drawn is none.
        true => bytes_of(&drawn(file).await.map_err(|_| Problem::FileType)?).await,
        false => bytes_of(file).await,
    }
}

/// The picture, upright and drawn anew. Where it was transparent it is white.
async fn drawn(file: &Blob) -> Result<Blob, JsValue> {
    let upright = ImageBitmapOptions::new();
    upright.set_image_orientation(ImageOrientation::FromImage);
    let window = web_sys::window().ok_or(JsValue::NULL)?;
    let decoding = window.create_image_bitmap_with_blob_and_image_bitmap_options(file, &upright)?;
    let picture: ImageBitmap = JsFuture::from(decoding).await?.dyn_into()?;
    let (width, height) = shrunk(picture.width(), picture.height());
    let canvas = OffscreenCanvas::new(width, height)?;
    let pen: Pen = canvas.get_context("2d")?.ok_or(JsValue::NULL)?.dyn_into()?;
    let (width, height) = (f64::from(width), f64::from(height));
    pen.set_fill_style_str("#fff");
    pen.fill_rect(0.0, 0.0, width, height);
    pen.draw_image_with_image_bitmap_and_dw_and_dh(&picture, 0.0, 0.0, width, height)?;
    // Tens of megabytes that need not wait for the garbage collector.
    picture.close();
    let how = ImageEncodeOptions::new();
    how.set_type(FileType::Jpeg.mime());
    how.set_quality(limits::PICTURE_QUALITY);
    let encoding = canvas.convert_to_blob_with_options(&how)?;
    JsFuture::from(encoding).await?.dyn_into()
}

/// The size at which a picture is kept; its shape stays.
fn shrunk(width: u32, height: u32) -> (u32, u32) {
    let longer = width.max(height);
    if longer <= limits::PICTURE_EDGE {
        return (width, height);
    }
    let edge = |edge: u32| {
        let share = u64::from(edge) * u64::from(limits::PICTURE_EDGE) / u64::from(longer);
        (share as u32).max(1)
    };
    (edge(width), edge(height))
}

/// A file that went away while it was read is missing.
async fn bytes_of(blob: &Blob) -> Result<Vec<u8>, Problem> {
    let buffer = JsFuture::from(blob.array_buffer()).await;
    let buffer = buffer.map_err(|_| Problem::Missing)?;
    Ok(js_sys::Uint8Array::new(&buffer).to_vec())
}

#[cfg(test)]
mod tests {
    use super::shrunk;

    #[test]
    fn a_large_picture_keeps_its_shape_and_a_small_one_its_size() {
        for (from, to) in [
            ((800, 600), (800, 600)),
            ((2400, 2400), (2400, 2400)),
            ((8000, 5000), (2400, 1500)),
            ((3000, 9000), (800, 2400)),
            ((1, 100_000), (1, 2400)),
        ] {
            assert_eq!(shrunk(from.0, from.1), to);
        }
    }
}
