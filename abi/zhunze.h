/* Zhunze: a C ABI. JSON in, JSON out; all text is UTF-8 without a terminating zero.
 *
 * Natively each thread has engines and a result of its own. As a WebAssembly module (wasm32-unknown-unknown) it has no
 * imports; a host writes inputs into memory got from zz_alloc and reads results from the module's memory.
 */
#ifndef ZHUNZE_H
#define ZHUNZE_H
#include <stddef.h>
#include <stdint.h>
#ifdef __cplusplus
extern "C" {
#endif

/* Memory for an input, zeroed. The caller frees it with the same length. */
uint8_t *zz_alloc(size_t len);
void zz_free(uint8_t *ptr, size_t len);

/* Loads a bundle or a pack (copied; the buffer may be freed). Returns a handle above 0, or 0: then the result is
 * {"error": {"code": "pack", "message": {"zh", "en"}}}. */
uint32_t zz_open(const uint8_t *pack, size_t len);
void zz_close(uint32_t handle);

/* Checks a subject. options: {"as_of": "2026-11-21", "on": …, "scope": "text|all", "detail": "decision|findings|all", …};
 * "as_of" is required, since the engine has no clock. Returns 0 nothing blocks, 1 something blocks, 2 bad input.
 * The result is the report (zhunze.report/1), or {"error": …}. */
int32_t zz_check(uint32_t handle, const uint8_t *subject, size_t subject_len, const uint8_t *options, size_t options_len);

/* The result of the last call on this thread; valid until the next one. */
const uint8_t *zz_result(void);
size_t zz_result_len(void);

#ifdef __cplusplus
}
#endif
#endif
