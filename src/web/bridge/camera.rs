//! The camera, and pictures as brightness: what the code reader looks at.

use js_sys::{Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    CanvasRenderingContext2d, DomException, File, HtmlCanvasElement, HtmlVideoElement, ImageBitmap,
    MediaStream, MediaStreamConstraints, MediaStreamTrack,
};

/// The longer side of what is looked at, in pixels: a code that fills a fifth of it can still be read.
const LONGER_SIDE: f64 = 800.0;
/// A photograph holds more than a code: it is looked at more closely.
const LONGER_SIDE_OF_A_FILE: f64 = 1600.0;

/// Why there is no picture from a camera.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CameraFault {
    /// Browsers give cameras only to pages from https or from this machine.
    Insecure,
    Absent,
    Denied,
    /// Something else has it.
    Busy,
    /// It was there, and is no more.
    TakenAway,
}

/// An open camera, shown in a video element. It is off again when this is dropped.
pub struct Camera {
    stream: MediaStream,
    video: HtmlVideoElement,
    canvas: Canvas,
}

/// The brightness of each pixel, row after row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Brightness {
    pub width: u32,
    pub height: u32,
    pub pixels: Vec<u8>,
}

impl Camera {
    pub async fn open(video: HtmlVideoElement) -> Result<Self, CameraFault> {
        let window = web_sys::window().ok_or(CameraFault::Absent)?;
        if !window.is_secure_context() {
            return Err(CameraFault::Insecure);
        }
        let devices = window.navigator().media_devices();
        let devices = devices.map_err(|_| CameraFault::Absent)?;
        let wanted = MediaStreamConstraints::new();
        let facing = Object::new();
        // Setting a property of a fresh object cannot fail.
        _ = Reflect::set(&facing, &"facingMode".into(), &"environment".into());
        wanted.set_video(&facing);
        let asked = devices.get_user_media_with_constraints(&wanted);
        let stream = JsFuture::from(asked.map_err(fault)?).await.map_err(fault)?;
        let camera = Self {
            stream: stream.unchecked_into(),
            canvas: Canvas::new().ok_or(CameraFault::Absent)?,
            video,
        };
        camera.video.set_src_object(Some(&camera.stream));
        if let Ok(playing) = camera.video.play() {
            // It plays by itself as soon as there is a picture.
            _ = JsFuture::from(playing).await;
        }
        Ok(camera)
    }

    /// What the camera sees; none while it warms up.
    pub fn look(&self) -> Result<Option<Brightness>, CameraFault> {
        if !self.is_live() {
            return Err(CameraFault::TakenAway);
        }
        let (width, height) = (self.video.video_width(), self.video.video_height());
        if width == 0 || height == 0 {
            return Ok(None);
        }
        let size = fitted(width, height, LONGER_SIDE);
        let draw = |context: &CanvasRenderingContext2d| {
            context
                .draw_image_with_html_video_element_and_dw_and_dh(
                    &self.video,
                    0.0,
                    0.0,
                    size.0.into(),
                    size.1.into(),
                )
                .is_ok()
        };
        Ok(self.canvas.brightness(size, draw))
    }

    fn is_live(&self) -> bool {
        let tracks = self.stream.get_video_tracks();
        tracks.iter().any(|track| {
            let track: MediaStreamTrack = track.unchecked_into();
            track.ready_state() == web_sys::MediaStreamTrackState::Live
        })
    }
}

impl Drop for Camera {
    fn drop(&mut self) {
        for track in self.stream.get_tracks().iter() {
            track.unchecked_into::<MediaStreamTrack>().stop();
        }
        self.video.set_src_object(None);
    }
}

/// A picture from a file; none when the browser sees no picture in it.
pub async fn brightness_of(file: &File) -> Option<Brightness> {
    let made = web_sys::window()?
        .create_image_bitmap_with_blob(file)
        .ok()?;
    let picture: ImageBitmap = JsFuture::from(made).await.ok()?.unchecked_into();
    let size = fitted(picture.width(), picture.height(), LONGER_SIDE_OF_A_FILE);
    let draw = |context: &CanvasRenderingContext2d| {
        context
            .draw_image_with_image_bitmap_and_dw_and_dh(
                &picture,
                0.0,
                0.0,
                size.0.into(),
                size.1.into(),
            )
            .is_ok()
    };
    let brightness = Canvas::new()?.brightness(size, draw);
    picture.close();
    brightness
}

struct Canvas {
    element: HtmlCanvasElement,
    context: CanvasRenderingContext2d,
}

impl Canvas {
    fn new() -> Option<Self> {
        let document = web_sys::window()?.document()?;
        let element: HtmlCanvasElement = document.create_element("canvas").ok()?.unchecked_into();
        let options = Object::new();
        // Pixels are read back again and again: without this each time waits for the graphics card.
        _ = Reflect::set(&options, &"willReadFrequently".into(), &JsValue::TRUE);
        let context = element.get_context_with_context_options("2d", &options);
        Some(Self {
            context: context.ok()??.unchecked_into(),
            element,
        })
    }

    fn brightness(
        &self,
        (width, height): (u32, u32),
        draw: impl Fn(&CanvasRenderingContext2d) -> bool,
    ) -> Option<Brightness> {
        self.element.set_width(width);
        self.element.set_height(height);
        // What is transparent in a picture is paper.
        self.context.set_fill_style_str("#fff");
        self.context
            .fill_rect(0.0, 0.0, width.into(), height.into());
        if !draw(&self.context) {
            return None;
        }
        let data = self
            .context
            .get_image_data(0.0, 0.0, width.into(), height.into());
        let pixels = data.ok()?.data();
        // ITU-R BT.601, in 256ths.
        let brightness = |pixel: &[u8]| {
            let [red, green, blue] = [pixel[0], pixel[1], pixel[2]].map(u32::from);
            ((red * 77 + green * 150 + blue * 29) >> 8) as u8
        };
        Some(Brightness {
            width,
            height,
            pixels: pixels.chunks_exact(4).map(brightness).collect(),
        })
    }
}

fn fitted(width: u32, height: u32, longer: f64) -> (u32, u32) {
    let scale = (longer / f64::from(width.max(height))).min(1.0);
    let fit = |length: u32| ((f64::from(length) * scale) as u32).max(1);
    (fit(width), fit(height))
}

fn fault(thrown: JsValue) -> CameraFault {
    let name = thrown
        .dyn_ref::<DomException>()
        .map(|exception| exception.name())
        .unwrap_or_default();
    match name.as_str() {
        "NotAllowedError" => CameraFault::Denied,
        "SecurityError" => CameraFault::Insecure,
        "NotReadableError" | "AbortError" => CameraFault::Busy,
        _ => CameraFault::Absent,
    }
}
