//! A C ABI for any host: JSON in, JSON out. Compiled for `wasm32-unknown-unknown` the module has no imports at all.
//!
//! The contract, with the ownership of every buffer, is in `zhunze.h`. No logic lives here: it moves bytes and calls
//! [`zhunze::host`]. This is the only crate of the project with hand-written `unsafe`; each block says what the caller promises.

use std::cell::RefCell;
use zhunze::host::{Host, Outcome};

thread_local! {
    static HOSTS: RefCell<Vec<Option<Host>>> = const { RefCell::new(Vec::new()) };
    static RESULT: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
}

fn answer(outcome: Outcome) -> i32 {
    RESULT.with_borrow_mut(|r| *r = outcome.json.into_bytes());
    outcome.exit
}

/// The caller's bytes.
///
/// # Safety
/// `ptr` points to `len` readable bytes that do not change during the call, or `len` is 0.
unsafe fn bytes<'a>(ptr: *const u8, len: usize) -> &'a [u8] {
    if len == 0 || ptr.is_null() {
        return &[];
    }
    // SAFETY: promised by the caller, as documented in zhunze.h.
    unsafe { std::slice::from_raw_parts(ptr, len) }
}

/// Memory for an input; free it with [`zz_free`].
#[unsafe(no_mangle)]
pub extern "C" fn zz_alloc(len: usize) -> *mut u8 {
    Box::into_raw(vec![0u8; len].into_boxed_slice()).cast()
}

/// Frees what [`zz_alloc`] gave.
///
/// # Safety
/// `ptr` came from `zz_alloc(len)` with the same `len` and was not freed before.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn zz_free(ptr: *mut u8, len: usize) {
    if !ptr.is_null() {
        // SAFETY: promised by the caller.
        drop(unsafe { Box::from_raw(std::ptr::slice_from_raw_parts_mut(ptr, len)) });
    }
}

/// Loads a bundle or a pack. Returns a handle above 0, or 0 with the error as result.
///
/// # Safety
/// `ptr` points to `len` readable bytes.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn zz_open(ptr: *const u8, len: usize) -> u32 {
    // SAFETY: promised by the caller.
    let bundle = unsafe { bytes(ptr, len) };
    match Host::load(&[bundle]) {
        Ok(host) => HOSTS.with_borrow_mut(|hosts| {
            hosts.push(Some(host));
            u32::try_from(hosts.len()).unwrap_or(0)
        }),
        Err(error) => {
            answer(Outcome::pack_error(&error));
            0
        }
    }
}

/// Lets go of a handle.
#[unsafe(no_mangle)]
pub extern "C" fn zz_close(handle: u32) {
    HOSTS.with_borrow_mut(|hosts| {
        if let Some(slot) = (handle as usize).checked_sub(1).and_then(|i| hosts.get_mut(i)) {
            *slot = None;
        }
    });
}

/// Checks a subject (JSON) with options (JSON). Returns 0 nothing blocks, 1 something blocks, 2 bad input; the report or the
/// error is the result.
///
/// # Safety
/// Both pointers point to as many readable bytes as their lengths say.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn zz_check(
    handle: u32,
    subject: *const u8,
    subject_len: usize,
    options: *const u8,
    options_len: usize,
) -> i32 {
    // SAFETY: promised by the caller.
    let (subject, options) = unsafe { (bytes(subject, subject_len), bytes(options, options_len)) };
    let outcome = HOSTS.with_borrow(|hosts| {
        let host = (handle as usize).checked_sub(1).and_then(|i| hosts.get(i)).and_then(Option::as_ref);
        host.map_or_else(Outcome::no_engine, |host| host.check_bytes(subject, options))
    });
    answer(outcome)
}

/// The result of the last call on this thread; valid until the next one.
#[unsafe(no_mangle)]
pub extern "C" fn zz_result() -> *const u8 {
    RESULT.with_borrow(|r| r.as_ptr())
}

/// Its length in bytes.
#[unsafe(no_mangle)]
pub extern "C" fn zz_result_len() -> usize {
    RESULT.with_borrow(Vec::len)
}
