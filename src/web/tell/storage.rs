use liaison_bridge::StorageFault;
use liaison_ui::Text;

use crate::words::damage as word;

/// What the browser's storage has done to us.
pub fn storage_fault(fault: &StorageFault) -> Text {
    match fault {
        StorageFault::Full => word::full(),
        StorageFault::Unavailable => word::unavailable(),
        StorageFault::Blocked => word::blocked(),
        StorageFault::Gone => word::gone(),
        StorageFault::Newer => word::newer(),
        StorageFault::Older => word::older(),
        StorageFault::Damaged(_) => word::damaged(),
        StorageFault::Other(_) => word::other(),
    }
}
