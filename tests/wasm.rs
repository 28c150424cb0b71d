//! The JavaScript surface as a host sees it, in Node and in Chromium.
#![cfg(target_arch = "wasm32")]

use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
fn says_its_version() {
    assert_eq!(zhunze::wasm::version(), env!("CARGO_PKG_VERSION"));
}

const PACK: &str = r#"包 x.test (1) {
  名称 "测试" "Test"
  层级 法律
}

主体 商品页 (listing) "商品页" {
  标题 (title): 文案 "标题"
}

法 test-law "测试法" "Test law" {
  施行 2020-01-01
  第一条 "不得自称最好"
}

折叠 分隔符 = { "*" }

句式 最 (best) = 最好

规则 绝对化 (absolute) {
  依据 test-law 第一条
  约束 经营者
  适用 商品页
  禁止 出现 <最>
  级别 高
  说明 "不得自称最好" "Do not call it the best"
  例 违反 商品页 { 标题: "最好的" }
  例 合法 商品页 { 标题: "好的", complete: 真 }
}
"#;

fn object(json: &str) -> JsValue {
    js_sys::JSON::parse(json).unwrap()
}

fn string(value: &JsValue) -> String {
    js_sys::JSON::stringify(value).unwrap().into()
}

#[wasm_bindgen_test]
fn sources_compile_load_and_judge() {
    let files = js_sys::Object::new();
    js_sys::Reflect::set(&files, &"x/pack.zz".into(), &PACK.into()).unwrap();
    let bundle = zhunze::wasm::compile(files.into()).unwrap();
    let engine = zhunze::wasm::Engine::from_packs(bundle.into()).unwrap();
    let options = r#"{"as_of": "2026-11-21"}"#;
    let subject = r#"{"kind": "listing", "title": "𠮷最*好的"}"#;
    let report = engine.check(object(subject), Some(object(options))).unwrap();
    let json = engine.check_json(subject, Some(options.to_owned())).unwrap();
    assert_eq!(string(&report), json);
    assert!(json.contains(r#""decision":"block""#), "{json}");
    assert!(json.contains(r#""utf16":[2,5]"#), "{json}");
    let lines = engine.check_batch(format!("{subject}\n{{bad\n").as_bytes(), Some(object(options))).unwrap();
    let lines = String::from_utf8(lines.to_vec()).unwrap();
    assert_eq!(lines.lines().next(), Some(json.as_str()));
    assert!(lines.lines().nth(1).unwrap().contains(r#""line":2"#), "{lines}");
}

#[wasm_bindgen_test]
fn what_cannot_be_used_is_an_error_with_its_record() {
    assert!(zhunze::wasm::Engine::from_packs(js_sys::Uint8Array::from(&[1u8, 2, 3][..]).into()).is_err());
    let files = js_sys::Object::new();
    js_sys::Reflect::set(&files, &"x/pack.zz".into(), &"包 x.test (1) {".into()).unwrap();
    let error = zhunze::wasm::compile(files.into()).unwrap_err();
    let cause = js_sys::Reflect::get(&error, &"cause".into()).unwrap();
    assert!(string(&cause).contains("E01"), "{}", string(&cause));
}
