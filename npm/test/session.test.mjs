// Live sessions: provisional, final, withdrawn; saved and resumed; their sum is a check.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Engine, InputError, ZhunzeError } from "zhunze";
import { compile } from "zhunze/compiler";

const options = { on: "2026-11-21", as_of: "2026-11-21", scope: "text" };
const pack = `包 x.live (1) {
  名称 "测试" "Test"
  层级 法律
  发布者 "测试"
}
主体 直播 (livestream) "直播" { 讲稿 (script): 文案 "讲稿" }
法 test-law "测试法" "Test law" {
  机关 "某机关"
  施行 2020-01-01
  第一条 "不得自称最好"
}
句式 最 (best) = 最好
语境 自比 (own) { 同句有 自己 }
规则 绝对化 (absolute) {
  依据 test-law 第一条
  约束 主播
  适用 直播
  禁止 出现 <最>
  排除 自比
  级别 高
  说明 "不得自称最好" "Do not call it the best"
  例 违反 "最好的"
  例 合法 "好的"
}
`;

const started = async () => {
  const engine = await Engine.fromPacks(await compile({ "x/a.zz": pack }));
  return [engine, engine.session({ kind: "livestream" }, options)];
};

test("a finding is provisional, then final or withdrawn", async () => {
  const [, session] = await started();
  assert.deepEqual(session.push("这个最").new, []);
  const [told] = session.push({ text: "好用。", start_ms: 900, end_ms: 1200 }).new;
  assert.deepEqual(told.finding.spans.map(({ path, text }) => [path, text]), [["/script/0", "最"], ["/script/1/text", "好"]]);
  assert.deepEqual(session.append("好。").final, []);
  const later = session.append("再说。");
  assert.deepEqual(later.final.map(({ id }) => id), [told.id]);
  const other = session.push({ text: "最好", speaker: "乙" });
  assert.equal(other.new.length, 1);
  assert.deepEqual(session.append("自己用").withdrawn, other.new.map(({ id }) => id));
  const report = session.finish();
  assert.deepEqual(report.findings, []);
  assert.equal(report.decision, "block");
  assert.throws(() => session.push("好"));
});

test("a session is saved and resumed, and a damaged state is refused", async () => {
  const [engine, session] = await started();
  session.push("这个最");
  const resumed = engine.resume(session.save(), options);
  session.free();
  assert.equal(resumed.push("好用").new.length, 1);
  assert.throws(() => engine.resume("{}", options), (error) => error instanceof ZhunzeError && error.code === "state");
  assert.throws(() => engine.resume(resumed.save(), { ...options, as_of: "2026-11-22" }), { code: "state" });
});

test("what is no segment is refused with its place, and leaves the session as it was", async () => {
  const [, session] = await started();
  assert.throws(
    () => session.push({ text: 5 }),
    (error) => error instanceof InputError && error.problems[0].path === "/script/0/text",
  );
  assert.equal(session.push("最好").new[0].finding.spans[0].path, "/script/0");
});

test("the sum of a session is a check of the whole, with the built-in packs", async () => {
  const engine = await Engine.builtIn();
  const script = ["家人们全网最", "低价，只要九块九。", "不是国家级，", "治疗高血压！", "明天就涨价，", "数据来源见屏幕。"].map((text) => ({ text }));
  const subject = { kind: "livestream", products: [{ title: "面霜", category: "cosmetics" }] };
  const session = engine.session(subject, options);
  const heard = script.flatMap((segment) => session.push(segment).final.map(({ finding }) => finding));
  const rest = session.finish();
  const whole = engine.check({ ...subject, script }, options);
  const places = (list) => list.map(({ rule, status, spans }) => JSON.stringify([rule, status, spans])).sort();
  assert.ok(whole.findings.length > 2);
  assert.deepEqual(places([...heard, ...rest.findings]), places(whole.findings));
  assert.equal(rest.decision, whole.decision);
  assert.deepEqual(rest.summary, whole.summary);
});
