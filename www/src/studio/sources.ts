/** The sources of a pack: file name to text. */
export type Sources = Record<string, string>;

declare const PACKS: string[];

/** The packs that come with the page. */
export const BUILT_IN = PACKS;

const loaded = new Map<string, Promise<Sources>>();

export function builtIn(pack: string): Promise<Sources> {
  let found = loaded.get(pack);
  if (!found) {
    found = fetch(`./data/packs/${pack}.json`).then((response) => {
      if (!response.ok) throw new Error(`${pack}: ${response.status}`);
      return response.json() as Promise<Sources>;
    });
    found.catch(() => loaded.delete(pack));
    loaded.set(pack, found);
  }
  return found;
}

/** The files to compile: a pack and all built-in ones that it uses, and that those use. */
export async function together(pack: string, sources: Sources): Promise<Record<string, string>> {
  const files: Record<string, string> = {};
  const add = (name: string, texts: Sources) => {
    for (const [file, text] of Object.entries(texts)) files[`${name}/${file}`] = text;
  };
  add(pack, sources);
  const wanted = uses(sources);
  const seen = new Set([pack]);
  for (let next = wanted.pop(); next; next = wanted.pop()) {
    if (seen.has(next) || !BUILT_IN.includes(next)) continue;
    seen.add(next);
    const texts = await builtIn(next);
    add(next, texts);
    wanted.push(...uses(texts));
  }
  return files;
}

function uses(sources: Sources): string[] {
  return Object.values(sources).flatMap((text) => [...text.matchAll(/^\s*(?:引用|uses)\s+([a-z0-9.-]+)/gm)].map(([, pack]) => pack ?? ""));
}

/** A pack of one's own to begin with. */
export const EXAMPLE: Sources = {
  "rules.zz": `包 my.shop (1) {
  名称 "店铺规矩" "House rules"
  层级 平台
  发布者 "我的店铺" "My shop"
  引用 cn.facts 1
  引用 cn.text 1
}

法 house-rules "店铺话术规矩" "House rules on scripts" {
  机关 "我的店铺"
  施行 2026-01-01
  文本 全文
  第一条 "不喊全场" "No shouting that everything must go"
  第二条 "限时要说清到几点" "Say when an offer ends"
}

# 句式里的 ..4 是最多隔四个字，尖括号引用别的句式。
句式 全场促销 (flash-sale-words) = 全场 ..4 (秒杀|清仓|骨折价)

规则 不喊全场 (no-flash-sale) {
  依据 house-rules 第一条
  约束 经营者, 主播
  适用 商品页, 直播
  禁止 出现 <全场促销>
  级别 高
  说明 "别喊全场秒杀，说清楚哪几款、什么价" "Do not shout that everything is on sale; say which items and at what price"
  例 违反 "家人们，今天全场秒杀"
  例 违反 "全场都是骨折价"
  例 合法 "这一款今天秒杀价六十九"
}
`,
};
