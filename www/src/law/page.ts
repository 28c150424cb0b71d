import "../trust.js";
import { css, html, nothing, type PropertyValues } from "lit";
import { cited, said, SEVERITIES } from "zhunze-editor/parts";
import { Page } from "../base.js";
import { coverage, facts, instruments, rules, search, words as wordsOf, type Article, type Counts, type Covered, type Instrument, type Rule, type RuleCite } from "./data.js";

const WORDS = {
  zh: {
    heading: "法条与规则",
    about: (rules: number, laws: number) => `${rules} 条规则，依据 ${laws} 部法律、法规、规章和指南。`,
    search: "搜规则、条文、例子",
    loading: "正在载入…",
    failed: "没有载入",
    all: "全部",
    found: (n: number) => `${n} 条`,
    instrument: "文件",
    articles: "条",
    encoded: "有规则",
    explained: "有理由",
    open: "未交代",
    total: "合计",
    part: "条款",
    says: "内容",
    account: "规则或理由",
    exception: "例外：",
    penalty: (n: number) => `罚则，对应 ${n} 条规则`,
    wording: "规定用语",
    notEncoded: "不编码：",
    gaps: (list: string) => `没有收录的条：${list}`,
    inForce: (from: string, until: string | null) => `${from} 起施行${until ? `，${until} 起废止` : ""}`,
    reasons: {
      definition: "定义",
      scope: "范围",
      "authority-process": "主管机关程序",
      penalty: "处罚",
      register: "登记",
      "open-norm": "开放规范",
      encouragement: "鼓励",
      "not-selling": "非销售",
    } as Record<string, string>,
    count: "规则",
    version: "版本",
    full: "全文",
    partial: "部分",
    back: "全部规则",
    cites: "依据",
    reason: "为什么",
    exceptions: "可以不违反的情形",
    proof: "依据材料",
    onRequest: "备查即可",
    advice: "怎么改",
    penalties: "后果",
    examples: "例子",
    history: "效力",
    since: (from: string) => `自 ${from} 起施行`,
    until: (to: string) => `，至 ${to} 止`,
    held: (versions: string) => `按 ${versions} 版本编写`,
    pack: "规则包",
    bound: "约束",
    applies: "适用",
    scope: "检查范围",
    text: "文字本身",
    facts: "文字和事实",
    nature: { determinate: "可以判定", suspected: "给出疑点", judgement: "须人判断" },
    norm: { forbid: "禁止", require: "应当", permit: "可以" },
    severity: "级别",
    expected: { violates: "违反", lawful: "合法", suspected: "疑似", undetermined: "缺信息", exempt: "有例外", "needs-evidence": "须有依据", "needs-judgement": "须人判断" } as Record<string, string>,
    pick: "选一部文件，逐条看规则或者理由；也可以直接搜规则。",
    none: "没有这样的规则",
  },
  en: {
    heading: "Law and rules",
    about: (rules: number, laws: number) => `${rules} rules, resting on ${laws} laws, regulations and guides.`,
    search: "Search rules, articles, examples",
    loading: "Loading…",
    failed: "Did not load",
    all: "All",
    found: (n: number) => (n === 1 ? "1 rule" : `${n} rules`),
    instrument: "Instrument",
    articles: "Articles",
    encoded: "With rules",
    explained: "Explained",
    open: "Open",
    total: "Total",
    part: "Part",
    says: "What it says",
    account: "Rules, or why none",
    exception: "Exception: ",
    penalty: (n: number) => (n === 1 ? "Penalty for 1 rule" : `Penalty for ${n} rules`),
    wording: "Prescribed wording",
    notEncoded: "Not encoded: ",
    gaps: (list: string) => `Articles not held: ${list}`,
    inForce: (from: string, until: string | null) => `in force from ${from}${until ? `, repealed ${until}` : ""}`,
    reasons: {
      definition: "definition",
      scope: "scope",
      "authority-process": "process of the authority",
      penalty: "penalty",
      register: "needs a register",
      "open-norm": "open norm",
      encouragement: "encouragement",
      "not-selling": "not about selling",
    } as Record<string, string>,
    count: "Rules",
    version: "Version",
    full: "full text",
    partial: "part",
    back: "All rules",
    cites: "Law",
    reason: "Reason",
    exceptions: "Lawful when",
    proof: "Evidence",
    onRequest: "to be kept at hand",
    advice: "What to write instead",
    penalties: "Consequences",
    examples: "Examples",
    history: "In force",
    since: (from: string) => `since ${from}`,
    until: (to: string) => ` until ${to}`,
    held: (versions: string) => `written from the version of ${versions}`,
    pack: "Pack",
    bound: "Binds",
    applies: "Applies to",
    scope: "Looks at",
    text: "the words",
    facts: "words and facts",
    nature: { determinate: "can be decided", suspected: "raises a doubt", judgement: "for a person to judge" },
    norm: { forbid: "forbids", require: "requires", permit: "permits" },
    severity: "Severity",
    expected: { violates: "violates", lawful: "lawful", suspected: "suspected", undetermined: "facts missing", exempt: "exempt", "needs-evidence": "needs evidence", "needs-judgement": "needs judgement" } as Record<string, string>,
    pick: "Choose an instrument to see it article by article, or search for a rule.",
    none: "No such rule",
  },
};

const NAMES: Record<string, [zh: string, en: string]> = {
  seller: ["经营者", "seller"],
  "room-operator": ["直播间运营者", "room operator"],
  host: ["主播", "host"],
  platform: ["平台", "platform"],
  agency: ["服务机构", "agency"],
  endorser: ["代言人", "endorser"],
  publisher: ["广告发布者", "publisher"],
  listing: ["商品页", "listing"],
  livestream: ["直播", "livestream"],
  shop: ["店铺", "shop"],
  promotion: ["促销", "promotion"],
  checkout: ["结算", "checkout"],
};

/** The law that is in the packs: what is covered, and each rule's page. */
export class LawPage extends Page {
  static override properties = { ...Page.properties, all: { state: true }, failure: { state: true }, query: { state: true }, law: { state: true }, chosen: { state: true }, covered: { state: true } };

  declare all: readonly Rule[];
  declare failure: string | undefined;
  declare query: string;
  declare law: string;
  declare chosen: string;
  declare covered: { instruments: Covered[]; total: Counts } | undefined;
  protected readonly here = "./law.html";
  #instruments: Instrument[] = [];
  #shown: Rule[] = [];
  #names = new Map<string, string>();

  constructor() {
    super();
    this.all = [];
    this.query = this.law = "";
    this.chosen = place();
    addEventListener("hashchange", () => {
      this.chosen = place();
      void this.updateComplete.then(() => {
        this.renderRoot.querySelector(".rule")?.scrollTo(0, 0);
        this.renderRoot.querySelector<HTMLElement>(".rule h1")?.focus();
        this.#follow("nearest");
      });
    });
    void this.#load();
  }

  static override styles = [
    ...Page.styles,
    css`
      main {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        grid-template-rows: auto minmax(0, 1fr);
        min-height: 0;
      }
      .head {
        display: flex;
        flex-wrap: wrap;
        gap: 0.4rem 1rem;
        align-items: center;
        padding: 0.7rem 1.25rem;
        border-block-end: 1px solid var(--line);
      }
      .head :is(h1, p) {
        margin: 0;
      }
      .head :is(h1, .title) {
        font: 700 1.15rem/1.4 var(--serif);
      }
      .head .faint {
        margin-inline-end: auto;
      }
      .head input {
        flex: 0 1 20rem;
      }
      .head select {
        flex: 0 1 15rem;
        width: 15rem;
        min-width: 0;
      }
      nav.list {
        background: var(--sheet);
      }
      nav.list ol {
        margin: 0;
        padding: 0.3rem 0;
        list-style: none;
      }
      nav.list h2 {
        position: sticky;
        top: 0;
        margin: 0;
        padding: 0.45rem 1.1rem 0.35rem;
        border-block-end: 1px solid var(--line);
        background: var(--sheet);
        font-size: 0.8125rem;
        font-weight: 600;
        color: var(--faint);
      }
      nav.list a {
        display: grid;
        grid-template-columns: minmax(0, 1fr) max-content;
        gap: 0 0.6rem;
        padding: 0.3rem 1.1rem;
        color: inherit;
        text-decoration: none;
        border-inline-start: 3px solid transparent;
      }
      nav.list a small {
        color: var(--faint);
        font-size: 0.8125rem;
      }
      nav.list a[aria-current="true"] {
        border-color: var(--seal);
        background: var(--paper);
      }
      .rule {
        padding: 1.2rem 1.4rem 3rem;
      }
      article,
      .cover {
        max-width: 50rem;
        margin: 0 auto;
      }
      article h1 {
        margin: 0;
        font: 700 1.5rem/1.4 var(--serif);
        outline: none;
      }
      .id {
        margin: 0;
        font: 0.8125rem/1.6 var(--mono);
        color: var(--faint);
        overflow-wrap: anywhere;
      }
      .facts {
        display: flex;
        flex-wrap: wrap;
        gap: 0.15rem 1.3rem;
        margin: 0.6rem 0 0;
        font-size: 0.875rem;
      }
      .facts div {
        display: flex;
        gap: 0.4rem;
      }
      dt {
        color: var(--faint);
      }
      dd {
        margin: 0;
      }
      article h2 {
        margin: 1.5rem 0 0.35rem;
        padding-block-end: 0.2rem;
        border-block-end: 1px solid var(--line);
        font-size: 0.875rem;
        color: var(--faint);
        font-weight: 600;
      }
      article p {
        margin: 0.3rem 0;
      }
      .reason {
        font-size: 1.0625rem;
        line-height: 1.8;
      }
      article ul {
        margin: 0;
        padding: 0;
        list-style: none;
      }
      article li {
        padding: 0.35rem 0;
      }
      article li + li {
        border-block-start: 1px dashed var(--line);
      }
      .cite {
        font-weight: 600;
      }
      .example {
        display: grid;
        grid-template-columns: 4.2em minmax(0, 1fr);
        gap: 0 0.8rem;
        overflow-wrap: anywhere;
      }
      .tag {
        font-size: 0.8125rem;
        font-weight: 600;
        color: var(--open);
      }
      .tag.violates {
        color: var(--breach);
      }
      .tag.lawful,
      .tag.exempt {
        color: var(--fine);
      }
      .tag.suspected {
        color: var(--doubt);
      }
      code {
        font: 0.8125rem/1.5 var(--mono);
        color: var(--faint);
      }
      table {
        width: 100%;
        border-collapse: collapse;
        font-size: 0.9375rem;
      }
      th {
        padding: 0.3rem 0.5rem;
        border-block-end: 1px solid var(--line);
        color: var(--faint);
        font-size: 0.8125rem;
        font-weight: 600;
        text-align: start;
      }
      td {
        padding: 0.4rem 0.5rem;
        border-block-end: 1px solid var(--line);
        vertical-align: top;
      }
      td.number,
      th.number {
        text-align: end;
        font-variant-numeric: tabular-nums;
        white-space: nowrap;
      }
      tr.total td {
        font-weight: 600;
      }
      td.part {
        white-space: nowrap;
      }
      td.account {
        width: 38%;
      }
      td.account a {
        display: inline-block;
        margin-inline-end: 0.5em;
      }
      .empty {
        padding: 1.2rem;
      }
      @media (hover: hover) {
        nav.list a:hover {
          background: var(--paper);
        }
      }
      @media (min-width: 60rem) {
        :host {
          height: 100dvh;
        }
        main {
          grid-template-columns: minmax(19rem, 24rem) minmax(0, 1fr);
        }
        .head {
          grid-column: 1 / -1;
        }
        nav.list,
        .rule {
          min-height: 0;
          overflow: auto;
        }
        nav.list {
          border-inline-end: 1px solid var(--line);
        }
        .back {
          display: none;
        }
      }
      @media (max-width: 59.99rem) {
        main:not(.searching) nav.list,
        main.searching .rule,
        main.chosen .head {
          display: none;
        }
        .rule {
          padding-inline: 0.9rem;
        }
        nav.list a {
          padding-block: 0.55rem;
        }
        .head input,
        .head select {
          flex: 1 1 100%;
        }
        .hide {
          display: none;
        }
        td.part {
          white-space: normal;
        }
      }
    `,
  ];

  protected main() {
    const words = WORDS[this.language];
    const rule = this.all.find(({ id }) => id === this.chosen);
    return html`
      <main class=${this.chosen ? "chosen" : this.query || this.law ? "searching" : ""}>
        <div class="head">
          ${this.chosen ? html`<p class="title">${words.heading}</p>` : html`<h1>${words.heading}</h1>`}
          <p class="faint">${this.all.length ? words.about(this.all.length, this.#instruments.length) : words.loading}</p>
          <select aria-label=${words.instrument} @change=${(event: Event) => (this.law = (event.target as HTMLSelectElement).value)}>
            <option value="" ?selected=${!this.law}>${words.all}</option>
            ${this.#instruments.map(({ law, title }) => html`<option value=${law} ?selected=${this.law === law}>${said(title, this.language)}</option>`)}
          </select>
          <input type="search" aria-label=${words.search} placeholder=${words.search} .value=${this.query} @input=${(event: Event) => (this.query = (event.target as HTMLInputElement).value)} />
        </div>
        <nav class="list" aria-label=${words.count} tabindex="-1">${this.#list()}</nav>
        <div class="rule" tabindex="-1">${this.failure ? html`<p role="alert">${words.failed}：${this.failure}</p>` : this.chosen.startsWith("law:") ? this.#instrument(this.covered?.instruments.find(({ law }) => law === this.chosen.slice(4))) : this.chosen ? this.#rule(rule) : this.#cover()}</div>
      </main>
    `;
  }

  #list() {
    const words = WORDS[this.language];
    const one = (rule: Rule) => {
      const [cite] = rule.cites;
      return html`<li>
        <a href="#${rule.id}" aria-current=${rule.id === this.chosen}>
          <span lang="zh-Hans">${rule.name}</span>
          <small>${this.query && cite ? cited(asCite(cite), this.language) : cite ? this.#place(cite) : nothing}</small>
        </a>
      </li>`;
    };
    if (this.query) {
      return html`<h2 role="status">${this.#shown.length ? words.found(this.#shown.length) : words.none}</h2><ol>${this.#shown.map(one)}</ol>`;
    }
    const shown = this.law ? this.#instruments.filter(({ law }) => law === this.law) : this.#instruments;
    return shown.filter((instrument) => instrument.rules.length).map((instrument) => html`<h2>${said(instrument.title, this.language)}</h2><ol>${instrument.rules.map(one)}</ol>`);
  }

  /** The place in an instrument, without its title. */
  #place(cite: RuleCite): string {
    const whole = cited(asCite(cite), this.language);
    return this.language === "zh" ? whole.replace(/^《.*》/, "") : whole.slice(whole.lastIndexOf("art."));
  }

  /** The coverage of the law: every instrument, with how many of its articles are accounted for. */
  #cover() {
    const words = WORDS[this.language];
    if (!this.covered) return html`<p class="empty faint">${words.loading}</p>`;
    const counts = ({ articles, encoded, explained, open }: Counts) => html`
      <td class="number">${articles}</td>
      <td class="number">${encoded}</td>
      <td class="number hide">${explained}</td>
      <td class="number ${open ? "review" : ""}">${open || ""}</td>
    `;
    return html`
      <div class="cover">
        <p class="faint">${words.pick}</p>
        <table>
          <thead>
            <tr>
              <th scope="col">${words.instrument}</th>
              <th scope="col" class="number">${words.articles}</th>
              <th scope="col" class="number">${words.encoded}</th>
              <th scope="col" class="number hide">${words.explained}</th>
              <th scope="col" class="number">${words.open}</th>
            </tr>
          </thead>
          <tbody>
            ${this.covered.instruments.map(
              (one) => html`<tr>
                <td><a href="#law:${one.law}">${said(one.title, this.language)}</a></td>
                ${counts(one.counts)}
              </tr>`,
            )}
            <tr class="total">
              <td>${words.total}</td>
              ${counts(this.covered.total)}
            </tr>
          </tbody>
        </table>
      </div>
    `;
  }

  #instrument(one: Covered | undefined) {
    const words = WORDS[this.language];
    const { language } = this;
    if (!one) return html`<p class="empty">${this.covered ? words.none : words.loading} <a href="#">${words.back}</a></p>`;
    const about = [said(one.issuer, language), said(one.number, language), words.inForce(one.effective, one.repealed), `${words.version} ${one.versions.join("、")}（${one.text_status === "full" ? words.full : words.partial}）`];
    return html`
      <article>
        <p><a href="#">${words.back}</a></p>
        <h1 tabindex="-1">${said(one.title, language)}</h1>
        <p class="faint">${about.filter(Boolean).join(" · ")}</p>
        ${one.gaps.length ? html`<p class="faint">${words.gaps(one.gaps.join("、"))}</p>` : nothing}
        <table>
          <thead>
            <tr>
              <th scope="col">${words.part}</th>
              <th scope="col">${words.says}</th>
              <th scope="col">${words.account}</th>
            </tr>
          </thead>
          <tbody>
            ${one.articles.map(
              (article) => html`<tr>
                <td class="part">
                  ${this.#part(article)}${article.from || article.until ? html`<br /><small class="faint">${article.from ?? ""} – ${article.until ?? ""}</small>` : nothing}
                </td>
                <td>${said(article.text, language)}</td>
                <td class="account">${this.#account(article)}</td>
              </tr>`,
            )}
          </tbody>
        </table>
      </article>
    `;
  }

  #part({ article, to, sub, paragraph, item, section }: Article): string {
    const cite = { law: "", title: { zh: "", en: "" }, version: "", text_status: "", ...(article && { article }), ...(sub && { sub }), ...(paragraph && { paragraph }), ...(item && { item }), ...(section && { section }) };
    const of = (one: typeof cite) => cited(one, this.language).replace(/^(《》|, )/, "");
    return to ? `${of(cite)} – ${of({ ...cite, article: to })}` : of(cite);
  }

  #account({ status, reason, rules: own, exceptions, penalties, wordings }: Article) {
    const words = WORDS[this.language];
    const link = (id: string) => html`<a href="#${id}" lang="zh-Hans">${this.#names.get(id) ?? id}</a> `;
    if (status === "explained" && reason) return html`<span class="faint">${words.notEncoded}${words.reasons[reason] ?? reason}</span>`;
    if (status === "open") return html`<span class="review">${words.open}</span>`;
    return html`
      ${own.map(link)} ${exceptions.length ? html`<div class="faint">${words.exception}${exceptions.map(link)}</div>` : nothing}
      ${penalties.length ? html`<div class="faint">${words.penalty(penalties.length)}</div>` : nothing}
      ${wordings.length ? html`<div class="faint">${words.wording}</div>` : nothing}
    `;
  }

  #rule(rule: Rule | undefined) {
    const words = WORDS[this.language];
    const { language } = this;
    if (!rule) return html`<p class="empty">${this.all.length ? words.none : words.loading} <a href="#">${words.back}</a></p>`;
    const names = (ids: string[]) => ids.map((id) => NAMES[id]?.[language === "zh" ? 0 : 1] ?? id).join(language === "zh" ? "、" : ", ");
    const law = (cite: RuleCite) => html`<span class="cite">${cited(asCite(cite), language)}</span> ${said(cite.description, language)}`;
    const about = [
      [words.norm[rule.norm], words.nature[rule.nature]],
      [words.severity, said(SEVERITIES[rule.severity], language)],
      [words.bound, names(rule.bound)],
      [words.applies, names(rule.applies)],
      [words.scope, rule.scope === "text" ? words.text : words.facts],
      [words.pack, `${rule.pack.id} ${rule.pack.version}`],
    ] as const;
    const versions = [...new Set(rule.cites.flatMap((cite) => cite.versions))].join("、");
    return html`
      <article>
        <p class="back"><a href="#">${words.back}</a></p>
        <h1 tabindex="-1" lang="zh-Hans">${rule.name}</h1>
        <p class="id">${rule.id}</p>
        <dl class="facts">${about.map(([term, value]) => html`<div><dt>${term}</dt><dd>${value}</dd></div>`)}</dl>
        <h2>${words.reason}</h2>
        <p class="reason">${said(rule.message, language)}</p>
        ${rule.advice.length ? html`<h2>${words.advice}</h2><ul>${rule.advice.map((advice) => html`<li>${said(advice, language)}</li>`)}</ul>` : nothing}
        <h2>${words.cites}</h2>
        <ul>${rule.cites.map((cite) => html`<li>${law(cite)}</li>`)}</ul>
        ${rule.exceptions.length
          ? html`<h2>${words.exceptions}</h2>
              <ul>
                ${rule.exceptions.map(
                  ({ name, cites, proof, on_request }) => html`<li>
                    <strong lang="zh-Hans">${name}</strong>
                    ${cites.map((cite) => html`<div class="faint">${law(cite)}</div>`)}
                    ${proof ? html`<div class="faint">${words.proof}${on_request ? `（${words.onRequest}）` : ""}：${said(proof, language)}</div>` : nothing}
                  </li>`,
                )}
              </ul>`
          : nothing}
        ${rule.penalties.length
          ? html`<h2>${words.penalties}</h2>
              <ul>
                ${rule.penalties.map(({ cite, text }) => html`<li>${said(text, language)} <span class="faint">${cited(asCite(cite), language)}</span></li>`)}
              </ul>`
          : nothing}
        <h2>${words.history}</h2>
        <p>
          ${rule.valid.from ? words.since(rule.valid.from) : nothing}${rule.valid.to ? words.until(rule.valid.to) : nothing}${language === "zh" ? "；" : "; "}${words.held(versions)}
        </p>
        <h2>${words.examples} ${rule.examples.length}</h2>
        <ul>
          ${rule.examples.map(({ expected, subject }) => {
            const known = facts(subject);
            return html`<li class="example">
              <span class="tag ${expected}">${words.expected[expected] ?? expected}</span>
              <span><span lang="zh-Hans">${wordsOf(subject)}</span> ${known ? html`<code>${known}</code>` : nothing}</span>
            </li>`;
          })}
        </ul>
      </article>
    `;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (changed.has("all")) {
      this.#instruments = instruments(this.all);
      this.#names = new Map(this.all.map(({ id, name }) => [id, name]));
    }
    if ((["all", "query", "law", "language"] as const).some((key) => changed.has(key))) {
      const within = this.law ? this.all.filter(({ cites }) => cites.some(({ law }) => law === this.law)) : this.all;
      this.#shown = this.query ? search(within, this.query, (cite) => cited(asCite(cite), this.language)) : [];
    }
  }

  /** Brings the chosen rule into sight in the list. */
  #follow(block: ScrollLogicalPosition): void {
    if (matchMedia("(min-width: 60rem)").matches) this.renderRoot.querySelector("[aria-current=true]")?.scrollIntoView({ block });
  }

  async #load(): Promise<void> {
    try {
      [this.all, this.covered] = await Promise.all([rules(), coverage()]);
      await this.updateComplete;
      this.#follow("center");
    } catch (error) {
      this.failure = error instanceof Error ? error.message : String(error);
    }
  }
}

function asCite(cite: RuleCite) {
  return { ...cite, version: cite.versions.at(-1) ?? "" };
}

/** The rule that the address names. */
function place(): string {
  return decodeURIComponent(location.hash.slice(1));
}

customElements.define("zz-law", LawPage);
