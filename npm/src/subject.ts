// Generated from the packs' facts by `zhunze schema --format ts`. Do not edit.

/** `YYYY-MM-DD`. */
export type DateString = string;
/** Yuan: "199.90", or a number with at most two decimals. */
export type Money = string | number;
/** A piece of a script with its time and speaker. */
export interface CopySegment { start_ms?: number; speaker?: string; channel?: string; product?: string | number; text: string }
/** Public words. */
export type Copy = string | CopySegment[];
/** What backs a claim. */
export interface Evidence { kind: string; number?: string; issuer?: string; valid_from?: DateString; valid_to?: DateString; supports?: string | string[] }
/** What the caller lets pass; always reported. */
export interface Waiver { rule: string; scope?: string; reason: string; author: string; expiry: DateString }
/** What every subject may carry. */
export interface SubjectBase { evidence?: Evidence[] | null; conduct?: { from?: DateString; to?: DateString }; waivers?: Waiver[]; complete?: boolean | string[] }

/** 商品和服务的法律类目 / Goods and services as the law sorts them */
export type Category = "food" | "ordinary-food" | "prepackaged-food" | "farm-produce" | "fresh-food" | "food-additive" | "alcohol" | "infant-complementary-food" | "special-food" | "health-food" | "special-medical-food" | "disease-specific-formula" | "infant-formula" | "infant-formula-stage-1" | "cosmetics" | "ordinary-cosmetics" | "toothpaste" | "special-cosmetics" | "hair-dye" | "hair-perm" | "whitening" | "sunscreen" | "anti-hair-loss" | "new-efficacy-cosmetics" | "drug" | "prescription-drug" | "otc-drug" | "tcm-material" | "controlled-drug" | "no-online-sale-drug" | "hospital-preparation" | "medical-device" | "class-1-device" | "class-2-device" | "class-3-device" | "tobacco" | "e-cigarette" | "apparel-textiles" | "apparel" | "intimate-apparel" | "shoes-bags" | "home-textiles" | "electronics" | "home-appliances" | "phones-computers" | "digital-accessories" | "mother-baby" | "toys" | "feeding-utensils" | "baby-care" | "home" | "furniture" | "daily-goods" | "disinfectant" | "jewellery" | "collectibles" | "sports" | "automotive" | "pet-supplies" | "plants" | "live-animals" | "books-media" | "books" | "periodicals" | "recordings-software" | "digital-goods" | "adult-products" | "agri-inputs" | "pesticide" | "veterinary-drug" | "feed" | "seeds-breeding" | "service" | "education" | "finance" | "investment" | "loan" | "insurance" | "franchise" | "real-estate" | "medical-service" | "medical-aesthetics" | "beauty-service" | "wellness-service" | "catering" | "travel" | "household-service" | "tutoring" | "prohibited-goods" | "weapons" | "explosives" | "narcotics" | "wildlife" | "forged-documents" | "spy-devices" | "obscene-goods" | "personal-data" | "gambling" | "other-prohibited";

/** 文字出现的位置 / Where words appear */
export type Channel = "speech" | "screen" | "title" | "cover" | "comment" | "image" | "sku" | "detail" | "notice" | "terms" | "clip" | "packaging" | "backdrop";

/** 经营主体的类型 / Legal type of a trader */
export type OperatorType = "company" | "cooperative" | "other-organisation" | "sole-trader" | "exempt-individual";

/** 不需要办理登记的情形 / Why registration is not needed */
export type RegistrationExemption = "own-farm-produce" | "household-crafts" | "personal-services" | "small-sporadic" | "other-exemption";

/** 被比较价格是什么价 / What the compared price is */
export type ComparedPriceKind = "original-price" | "strike-through-price" | "regular-price" | "market-price" | "suggested-retail-price" | "other-platform-price" | "future-price";

/** 专利的法律状态 / Legal status of a patent */
export type PatentStatus = "granted" | "pending" | "lapsed";

/** 专利的种类 / Kind of patent */
export type PatentKind = "invention" | "utility-model" | "design";

/** 推荐、证明商品的人是谁 / Who recommends or vouches */
export type EndorserKind = "celebrity" | "ordinary-user" | "patient" | "health-professional" | "expert" | "institution" | "state-organ" | "beneficiary" | "trader";

/** 促销用的方法 / Kind of promotion */
export type PromotionKind = "discount" | "coupon" | "gift" | "lottery" | "premium" | "presale" | "flash-sale" | "points" | "group-buy";

/** 不适用七日无理由退货的理由 / Why the seven-day return does not apply */
export type ReturnExclusion = "made-to-order" | "perishable" | "digital-content" | "periodical" | "opened-unsafe" | "activated" | "near-expiry-or-flawed" | "none";

/** 平台的类型 / Kind of platform */
export type PlatformType = "marketplace" | "livestream-platform" | "social-platform" | "own-site";

/** 页面上的一段文字 / A piece of text on a page */
export interface PageText {
  /** 渠道：文字的位置 / Where it stands */
  channel?: Channel | null;
  /** 内容：文字内容 / The words */
  text?: Copy | null;
}

/** 一个商品或者规格的标价 / How a product or variant is priced */
export interface Pricing {
  /** 售价：标示的销售价，元 / Marked selling price, yuan */
  price?: Money | null;
  /** 计价单位：计价单位，如 件、500 克、月 / Unit the price is for, such as piece, 500 g, month */
  price_unit?: string | null;
  /** 结算价：提交订单时实际要付的单价，元 / Unit price actually charged at checkout, yuan */
  checkout_price?: Money | null;
  /** 被比较价：划线价、原价等用来比较的价格，元 / The price compared with (struck through, original …), yuan */
  compared_price?: Money | null;
  /** 被比较价种类：被比较价格是什么价 / What the compared price is */
  compared_price_kind?: ComparedPriceKind | null;
  /** 被比较价说明：页面上对被比较价格含义的说明 / What the page says the compared price means */
  compared_price_note?: Copy | null;
  /** 被比较价标示：比较促销时是否显著标明了被比较价格 / Whether the compared price is clearly shown */
  compared_price_shown?: boolean | null;
  /** 折扣基准：页面上折价、减价的计算基准 / The base of the discount as the page states it */
  discount_base?: Copy | null;
  /** 折扣基准标示：折价、减价时是否显著标明了计算基准 / Whether the base of the discount is clearly shown */
  discount_base_shown?: boolean | null;
  /** 折扣率：标示的折扣，八折填 80% / Price as a share of the base: 20 % off is 80 % */
  discount_percent?: number | string | null;
  /** 促销前七日最低成交价：本次促销前七日内最低成交价，元；没有成交填空 / Lowest price traded in the 7 days before the promotion, yuan; null if nothing was traded */
  lowest_price_7d?: Money | null;
  /** 促销前最近成交价：七日内没有成交时，促销前最后一次成交价，元 / The last price traded before the promotion, where nothing was traded in the 7 days, yuan */
  last_trade_price?: Money | null;
  /** 有成交记录：促销前是否有可查的成交记录 / Whether verifiable trades precede the promotion */
  has_trade_record?: boolean | null;
  /** 被比较价来源：市场价、建议零售价等的来源 / Source of a market or suggested price */
  compared_price_source?: string | null;
  /** 额外收费：标价之外收取的费用；没有则为空列表 / Fees on top of the marked price; [] if none */
  extra_fees?: ExtraFee[] | null;
  /** 降价起：降价、折价开始的日期 / First day of the reduction */
  reduced_from?: DateString | null;
  /** 降价止：降价、折价结束的日期 / Last day of the reduction */
  reduced_to?: DateString | null;
}

/** 标价之外的费用 / A fee on top of the price */
export interface ExtraFee {
  /** 费用名：运费、包装费、服务费等 / Freight, packaging, service … */
  name?: string | null;
  /** 费用金额：金额，元 / Amount, yuan */
  amount?: Money | null;
  /** 已标明：标价时是否已经标明 / Whether it is stated with the price */
  marked?: boolean | null;
}

/** 商品规格、套餐 / A variant of the product */
export interface Sku {
  /** 规格编号：规格编号 / Identifier */
  id?: string | null;
  /** 规格名：规格名称 / Name */
  name?: Copy | null;
  /** 价格：规格的价格 / Price of the variant */
  pricing?: Pricing | null;
  /** 库存：可售数量 / Units for sale */
  stock?: number | null;
}

/** 页面提到的专利 / A patent that the page mentions */
export interface Patent {
  /** 专利名称：专利名称 / Name */
  name?: Copy | null;
  /** 专利号：专利号 / Patent number */
  number?: string | null;
  /** 专利种类：专利种类 / Kind */
  kind?: PatentKind | null;
  /** 专利状态：法律状态 / Legal status */
  status?: PatentStatus | null;
  /** 标明专利号：页面是否标明了专利号 / Whether the page shows the number */
  number_shown?: boolean | null;
  /** 标明专利种类：页面是否标明了专利种类 / Whether the page shows the kind */
  kind_shown?: boolean | null;
}

/** 推荐、证明 / An endorsement */
export interface Endorsement {
  /** 代言人：姓名或者名称 / Name */
  name?: string | null;
  /** 代言人类型：是谁 / Who the endorser is */
  kind?: EndorserKind | null;
  /** 年龄：周岁 / Age in years */
  age?: number | null;
  /** 使用过：是否使用过商品或者接受过服务 / Whether the endorser has used the goods */
  has_used?: boolean | null;
  /** 受罚未满三年：三年内是否因虚假广告代言受过行政处罚 / Whether sanctioned within 3 years for a false endorsement */
  sanctioned_within_3y?: boolean | null;
  /** 推荐语：推荐、证明用语 / The words of the endorsement */
  words?: Copy | null;
}

/** 数据、统计、调查、文摘、引用语等 / Data, statistics, surveys, quotations used */
export interface SourceClaim {
  /** 引证内容：引证的内容 / What is cited */
  claim?: Copy | null;
  /** 引证来源：出处 / Source */
  source?: string | null;
  /** 来源标明：页面是否表明出处 / Whether the page shows the source */
  source_shown?: boolean | null;
  /** 适用范围：适用范围、有效期限的说明 / Range and period for which it holds, as the page states */
  scope_note?: Copy | null;
}

/** 附带赠送的商品或者服务 / What is given with the goods */
export interface Gift {
  /** 赠品名：品种 / Kind */
  name?: Copy | null;
  /** 赠品规格：规格 / Specification */
  spec?: string | null;
  /** 赠品数量：数量 / Quantity */
  quantity?: number | null;
  /** 赠送期限：期限 / Period */
  period?: string | null;
  /** 赠送方式：方式 / Way */
  method?: string | null;
  /** 赠品标价：标示的赠品价格，元 / Price stated for the gift, yuan */
  price?: Money | null;
}

/** 一个商品或者服务的详情页，也用于直播间的每个商品 / The page of a product or service; also each product of a livestream */
export interface Listing extends SubjectBase {
  kind: "listing";
  /** 商品编号：商品编号，直播讲稿的 product 引用它 / Identifier; a script segment's product refers to it */
  id?: string | null;
  /** 标题：商品标题 / Title */
  title?: Copy | null;
  /** 描述：详情页正文 / Body of the page */
  description?: Copy | null;
  /** 页面文字：图片文字、规格名等其他文字 / Other words: inside images, variant names … */
  texts?: PageText[] | null;
  /** 类目：法律类目，从类目树里选 / Category, an id of the taxonomy */
  category?: Category | null;
  /** 品名：商品的真实品名 / The true name of the product */
  product_name?: Copy | null;
  /** 品牌：品牌 / Brand */
  brand?: string | null;
  /** 价格：商品的价格；各规格不同的写在规格里 / Price; where variants differ, in skus */
  pricing?: Pricing | null;
  /** 规格：规格、套餐 / Variants */
  skus?: Sku[] | null;
  /** 库存：可售数量 / Units for sale */
  stock?: number | null;
  /** 销量展示：页面展示的销量 / Units sold, as shown */
  sales_shown?: number | null;
  /** 实际销量：同口径的真实销量 / Units really sold, counted the same way */
  sales_actual?: number | null;
  /** 销售者：实际销售商品或者提供服务的经营者名称 / Name of the trader who really sells */
  seller_name?: string | null;
  /** 自营标记：页面是否标记为平台自营 / Whether marked as sold by the platform itself */
  marked_self_run?: boolean | null;
  /** 实为自营：是否真的由平台销售 / Whether the platform really is the seller */
  is_self_run?: boolean | null;
  /** 生产者：生产者名称 / Producer */
  producer_name?: string | null;
  /** 生产者地址：生产者地址 / Producer's address */
  producer_address?: string | null;
  /** 产地：产地 / Place of origin */
  origin?: string | null;
  /** 进口商品：是否进口 / Imported */
  is_imported?: boolean | null;
  /** 跨境零售：是否跨境电商零售进口 / Cross-border e-commerce retail import */
  is_cross_border?: boolean | null;
  /** 有中文标签：是否有中文标签、说明书 / Whether it has a Chinese label and leaflet */
  has_chinese_label?: boolean | null;
  /** 生产日期：生产日期 / Date of production */
  produced_on?: DateString | null;
  /** 保质期：保质期 / Shelf life */
  shelf_life?: string | null;
  /** 失效日期：到期日、限期使用日期 / Use-by date */
  expires_on?: DateString | null;
  /** 临期：是否临近保质期 / Near its use-by date */
  near_expiry?: boolean | null;
  /** 临期标明：是否标明临近保质期 / Whether the page says so */
  near_expiry_marked?: boolean | null;
  /** 有瑕疵：是否为有瑕疵的商品 / Flawed goods */
  is_flawed?: boolean | null;
  /** 瑕疵标明：是否标明瑕疵 / Whether the page says so */
  flaw_marked?: boolean | null;
  /** 退货再售：是否为消费者退回、不能完全恢复原状而再次销售 / Returned goods that cannot be put back into their first state, sold again */
  is_resold_return?: boolean | null;
  /** 退货再售标明：是否明确标注 / Whether the page says so */
  resold_return_marked?: boolean | null;
  /** 二手：是否二手商品 / Second-hand */
  is_second_hand?: boolean | null;
  /** 定制：是否按消费者要求定作 / Made to the buyer's order */
  is_customised?: boolean | null;
  /** 儿童用：是否供儿童使用 / For children */
  for_children?: boolean | null;
  /** 成分：成分、配料 / Ingredients */
  ingredients?: Copy | null;
  /** 净含量：净含量、规格 / Net content */
  net_content?: string | null;
  /** 质量合格证明：是否有产品质量检验合格证明 / Whether it has a certificate of conformity */
  has_quality_certificate?: boolean | null;
  /** 质检不合格：是否被抽检、检测判定为不合格 / Found to fail an inspection */
  failed_inspection?: boolean | null;
  /** 掺杂掺假：是否掺杂、掺假、以假充真、以次充好 / Adulterated, fake or passed off as better */
  is_adulterated?: boolean | null;
  /** 假冒侵权：是否假冒注册商标、冒用认证或者他人名址 / Counterfeit, or with a false mark, certificate or address */
  is_counterfeit?: boolean | null;
  /** 不安全：是否已知不符合保障人身、财产安全的要求 / Known not to meet safety requirements */
  is_unsafe?: boolean | null;
  /** 不环保：是否已知不符合环境保护要求 / Known not to meet environmental requirements */
  breaches_environment_rules?: boolean | null;
  /** 禁止交易：是否为法律、行政法规禁止交易的商品或者服务 / May not be traded under a law or administrative regulation */
  is_prohibited?: boolean | null;
  /** 被责令召回：是否处于召回或者停止销售状态 / Under recall or a stop-sale order */
  is_recalled?: boolean | null;
  /** 须许可：依法是否需要行政许可才能销售 / Whether a permit is needed to sell it */
  permit_required?: boolean | null;
  /** 许可编号：销售者相应许可的编号 / Number of the seller's permit */
  permit_number?: string | null;
  /** 保健食品批准文号：国食健注/国食健备等文号 / Health-food registration or filing number */
  health_food_number?: string | null;
  /** 特医食品注册号：国食注字TY… / Registration number of special medical food */
  special_medical_food_number?: string | null;
  /** 婴配乳粉注册号：国食注字YP… / Registration number of infant formula */
  infant_formula_number?: string | null;
  /** 药品批准文号：国药准字… / Drug approval number */
  drug_approval_number?: string | null;
  /** 医疗器械注册号：医疗器械注册证号或者备案号 / Device registration or filing number */
  device_number?: string | null;
  /** 化妆品注册备案号：化妆品注册证号或者备案号 / Cosmetics registration or filing number */
  cosmetics_number?: string | null;
  /** 功效评价摘要公布：化妆品功效依据摘要是否已在指定网站公布 / Whether the summary of efficacy evidence is published */
  efficacy_summary_published?: boolean | null;
  /** 食品生产许可证号：SC… / Food production licence number */
  food_production_number?: string | null;
  /** 强制认证适用：是否列入强制性产品认证目录 / Whether in the compulsory certification (CCC) catalogue */
  ccc_required?: boolean | null;
  /** 强制认证编号：强制性产品认证证书编号 / CCC certificate number */
  ccc_number?: string | null;
  /** 登记证号：农药、消毒产品等的登记、备案或者许可号 / Registration or filing number of pesticides, disinfectants … */
  registration_number?: string | null;
  /** 专利列表：页面提到的专利 / Patents mentioned */
  patents?: Patent[] | null;
  /** 是广告：是否作为商业广告发布或者推送 / Whether published as commercial advertising */
  is_advertised?: boolean | null;
  /** 广告标明：是否显著标明“广告” / Whether clearly marked 广告 */
  ad_marked?: boolean | null;
  /** 竞价排名：展示位置是否由竞价决定 / Whether its place is bought by bidding */
  is_paid_ranking?: boolean | null;
  /** 广告审查文号：广告批准文号 / Advertising approval number */
  ad_review_number?: string | null;
  /** 广告审查有效至：广告批准文号的有效期届满日 / Last day the advertising approval is valid */
  ad_review_valid_to?: DateString | null;
  /** 广告审查文号展示：是否显著标明广告批准文号 / Whether the approval number is clearly shown */
  ad_review_number_shown?: boolean | null;
  /** 与审查内容一致：发布内容与审查通过的是否一致 / Whether what is published is what was approved */
  matches_reviewed_ad?: boolean | null;
  /** 代言列表：推荐、证明 / Endorsements */
  endorsements?: Endorsement[] | null;
  /** 引证列表：引用的数据、统计、调查等 / Data, statistics and surveys cited */
  source_claims?: SourceClaim[] | null;
  /** 含购买链接：内容里是否附购物链接等购买方式 / Whether it carries a way to buy */
  has_purchase_link?: boolean | null;
  /** 推荐类内容：是否为知识介绍、体验分享、消费测评形式的推销 / Promotion in the form of knowledge, experience or tests */
  is_review_content?: boolean | null;
  /** 人工智能生成：是否含人工智能生成合成的内容 / Whether it holds AI-made content */
  has_ai_content?: boolean | null;
  /** 人工智能标识：人工智能内容是否有显式标识 / Whether AI-made content is visibly labelled */
  ai_label_shown?: boolean | null;
  /** 赠送列表：附带赠送 / Gifts that come with it */
  gifts?: Gift[] | null;
  /** 支持七日退货：是否支持七日无理由退货 / Whether the seven-day return is offered */
  seven_day_return?: boolean | null;
  /** 退货例外：不适用七日无理由退货的理由 / Why the seven-day return does not apply */
  return_exclusion?: ReturnExclusion | null;
  /** 退货例外标明：是否明确标注不适用七日无理由退货 / Whether the exclusion is marked */
  return_exclusion_marked?: boolean | null;
  /** 退货例外确认：购买流程里是否有逐次确认步骤 / Whether the buyer confirms the exclusion at each purchase */
  return_exclusion_confirmed?: boolean | null;
  /** 发货时限：承诺的发货时限 / Promised time to ship */
  ship_within?: string | null;
  /** 预售商品：是否预售 / Presale */
  is_presale?: boolean | null;
  /** 有现货：声称现货时是否真有现货 / Whether goods said to be in stock really are */
  in_stock_really?: boolean | null;
  /** 保修说明：三包、保修、售后说明 / Warranty and after-sales note */
  warranty_note?: Copy | null;
  /** 条款：购买须知、格式条款 / Notes for buyers and standard terms */
  terms?: Copy | null;
  /** 评价真实：评价是否都由真实买家作出 / Whether all reviews come from real buyers */
  reviews_genuine?: boolean | null;
  /** 交易真实：销量是否都由真实交易产生 / Whether all sales come from real trades */
  trades_genuine?: boolean | null;
  /** 评价混排：是否未显著区分不同商品的评价 / Whether reviews of different goods are mixed without distinction */
  reviews_mixed?: boolean | null;
  /** 好评前置：是否以误导方式将好评前置、差评后置 / Whether good reviews are put first and bad last so as to mislead */
  good_reviews_first?: boolean | null;
  /** 评价奖励：是否以返现、赠品等利益换取好评 / Whether good reviews are bought with cash back or gifts */
  review_reward?: boolean | null;
}

/** 讲稿的一段 / A segment of the script */
export interface Segment {
  /** 开始毫秒：开始时间，毫秒 / Start, milliseconds */
  start_ms?: number | null;
  /** 结束毫秒：结束时间，毫秒 / End, milliseconds */
  end_ms?: number | null;
  /** 说话人：说话人 / Speaker */
  speaker?: string | null;
  /** 渠道：口播、屏幕文字、标题、封面、评论 / Speech, screen, title, cover, comment */
  channel?: Channel | null;
  /** 讲解商品：正在讲解的商品编号 / Id of the product being presented */
  product?: string | null;
  /** 内容：说的话 / The words */
  text?: Copy | null;
}

/** 直播营销人员 / A host */
export interface Host {
  /** 主播名：姓名或者艺名 / Name */
  name?: string | null;
  /** 身份已核验：运营者是否核验了姓名、身份证件、地址、联系方式、所属机构 / Whether the operator verified name, identity document, address, contact and agency */
  identity_verified?: boolean | null;
  /** 资质已核验：与直播营销相关的资质、职务是否已核验 / Whether qualifications and posts relevant to the stream were verified */
  qualification_verified?: boolean | null;
  /** 开播前已报送：本场直播前是否已将身份信息报送平台 / Whether the identity was reported to the platform before this stream */
  reported_before_stream?: boolean | null;
  /** 核验记录保存：核验记录自直播结束起计划保存的时间 / How long the verification records are kept from the end of the stream */
  records_kept?: string | null;
  /** 年龄：周岁 / Age in years */
  age?: number | null;
  /** 监护人同意：未满十八周岁的，监护人是否同意 / Guardian's consent, for a host under 18 */
  guardian_consent?: boolean | null;
  /** 已参加培训：首次直播前及本年度是否参加平台培训 / Whether trained by the platform before the first stream and this year */
  trained?: boolean | null;
  /** 有影响的他人：是否为经营者以外有一定影响、以自己名义或者形象推荐的自然人 / A person of some influence, other than the trader, who recommends in their own name or image */
  is_influencer?: boolean | null;
  /** 专业资质：讲解医疗、金融、法律、教育等需要的专业资质 / Professional qualification for medicine, finance, law or education */
  qualification?: string | null;
  /** 讲解专业内容：是否讲解需要较高专业水平的内容 / Whether the host speaks on matters that need such a qualification */
  speaks_on_profession?: boolean | null;
}

/** 直播账号信息主页的公示 / What the account page discloses */
export interface AccountDisclosure {
  /** 显著位置：是否在主页显著位置 / Whether in a prominent place */
  prominent?: boolean | null;
  /** 链接标识：是否以链接标识公示，链接内容在下列字段填写 / Whether by a link; fill in below what stands behind it */
  via_link?: boolean | null;
  /** 公示名称：公示的名称 / Name shown */
  name?: string | null;
  /** 经营者姓名：个体工商户经营者姓名 / Name of the sole trader */
  operator_name?: string | null;
  /** 信用代码：统一社会信用代码 / Unified social credit code */
  uscc?: string | null;
  /** 住所：法人、非法人组织的住所 / Domicile of an organisation */
  domicile?: string | null;
  /** 经营场所：个体工商户的经营场所 / Place of business of a sole trader */
  business_place?: string | null;
  /** 组成形式：个人经营或者家庭经营 / Run by a person or a family */
  composition?: string | null;
  /** 实际经营地址：免登记个人的实际经营地址 / Actual business address of an exempt person */
  actual_address?: string | null;
  /** 联系方式：联系方式 / Contact */
  contact?: string | null;
  /** 服务机构：所属直播营销人员服务机构；没有则填空 / Host agency; null if none */
  agency?: string | null;
  /** 许可信息：公示的行政许可 / Permit shown */
  permit?: string | null;
  /** 信息真实：公示的信息是否真实有效 / Whether what is shown is true and valid */
  is_true?: boolean | null;
  /** 变更日：信息变更日 / Day the information changed */
  changed_on?: DateString | null;
  /** 变更报送日：向平台报送变更的日期 / Day the change was reported to the platform */
  change_reported_on?: DateString | null;
  /** 变更报送工作日数：从变更到报送经过的工作日数；还没有报送的，算到现在 / Working days from the change to the report, or to now if not yet reported */
  change_reported_workdays?: number | null;
}

/** 直播页面对实际销售者的展示 / How the room shows who really sells */
export interface SellerPanel {
  /** 经营者名称：展示的实际销售者名称（姓名） / Name shown of the trader who really sells */
  name?: string | null;
  /** 经营地址：展示的实际经营地址 / Actual business address shown */
  address?: string | null;
  /** 联系方式：展示的联系方式 / Contact shown */
  contact?: string | null;
  /** 显著：是否显著 / Whether prominent */
  prominent?: boolean | null;
  /** 持续：整场直播是否持续展示 / Whether shown throughout the stream */
  continuous?: boolean | null;
  /** 以链接展示：是否以链接标识展示 / Whether shown by a link */
  via_link?: boolean | null;
  /** 链接入口显著：链接入口是否在直播页面显著位置、便捷 / Whether the entry is prominent and convenient */
  link_entry_prominent?: boolean | null;
  /** 跳转次数：从直播页面到信息页面要跳转几次 / Jumps from the room to the information */
  jump_count?: number | null;
  /** 跳转页真实完整：跳转页面是否真实、完整展示 / Whether the page shows it truly and completely */
  page_true_and_complete?: boolean | null;
  /** 验证次数：查看前要做几次验证 / Verifications needed before it can be seen */
  verification_count?: number | null;
  /** 强制关注：是否要先关注账号 / Whether one must follow the account first */
  forced_follow?: boolean | null;
  /** 强制打赏互动：是否要先打赏、点赞、评论等 / Whether one must tip, like or comment first */
  forced_interaction?: boolean | null;
  /** 弹窗遮挡：是否有弹窗等遮挡、干扰阅读 / Whether pop-ups or the like cover it */
  popup_covers?: boolean | null;
}

/** 直播间的审核与管理 / How the room is reviewed and run */
export interface RoomManagement {
  /** 核验销售者：是否核验实际销售者的名称、代码、地址、联系方式 / Whether name, code, address and contact of the real seller were verified */
  seller_verified?: boolean | null;
  /** 核验许可：是否核验许可、强制认证、合格证明 / Whether permits, compulsory certificates and proof of conformity were verified */
  permits_verified?: boolean | null;
  /** 审核选品用语：是否审核选品和营销用语 / Whether goods and wording were reviewed */
  selection_reviewed?: boolean | null;
  /** 选品记录保存：核验、审核记录自直播结束起计划保存的时间 / How long these records are kept from the end of the stream */
  selection_records_kept?: string | null;
  /** 播前审核：播前是否审核展示、讲解内容、服装、布景、道具 / Whether content, clothes, set and props were reviewed before the stream */
  pre_reviewed?: boolean | null;
  /** 纠错机制：是否有纠错机制 / Whether there is a correction mechanism */
  has_correction?: boolean | null;
  /** 发现口误：是否发现口误、表述不当 / Whether a slip was noticed */
  slip_found?: boolean | null;
  /** 现场纠正：口误是否当场纠正 / Whether the slip was corrected on the spot */
  slip_corrected?: boolean | null;
  /** 纠错记录保存：纠错记录自直播结束起计划保存的时间 / How long correction records are kept from the end of the stream */
  correction_records_kept?: string | null;
  /** 实时管理互动：是否实时管理评论、弹幕 / Whether comments are managed in real time */
  comments_managed?: boolean | null;
  /** 处置违法互动：发现的违法互动信息是否及时处置；没有发现填空 / Whether unlawful comments found were dealt with; null if none were found */
  unlawful_comments_handled?: boolean | null;
  /** 处置记录：是否保存处置记录 / Whether records of that were kept */
  comment_records_kept?: boolean | null;
  /** 屏蔽差评：是否删除、屏蔽不利评价 / Whether unfavourable comments are deleted or hidden */
  hides_bad_comments?: boolean | null;
}

/** 人工智能生成的人物图像、视频 / An AI-made figure */
export interface AiFigure {
  /** 使用：是否使用人工智能生成的人物图像、视频 / Whether one is used */
  used?: boolean | null;
  /** 标识：是否按国家规定标识 / Whether labelled as the rules require */
  labelled?: boolean | null;
  /** 持续提示：是否整场持续提示由人工智能生成 / Whether a notice stays throughout */
  notice_continuous?: boolean | null;
  /** 提示文字：提示的文字 / Words of the notice */
  notice_text?: Copy | null;
  /** 假冒他人：是否假冒他人形象、声音宣传 / Whether it poses as another person */
  impersonates?: boolean | null;
  /** 肖像授权：使用他人肖像、声音的是否取得同意 / Whether a real person's likeness or voice is used with consent */
  likeness_authorised?: boolean | null;
}

/** 一场直播及其直播间 / A livestream and its room */
export interface Livestream extends SubjectBase {
  kind: "livestream";
  /** 标题：直播间标题 / Title of the room */
  title?: Copy | null;
  /** 封面文字：封面上的文字 / Words on the cover */
  cover_text?: Copy | null;
  /** 账号名称：账号名称 / Account name */
  account_name?: Copy | null;
  /** 账号简介：账号简介 / Account introduction */
  account_intro?: Copy | null;
  /** 布景文字：布景、道具、服装上的文字 / Words on the set, props and clothes */
  backdrop_text?: Copy | null;
  /** 公告：直播间公告 / Notice in the room */
  notice?: Copy | null;
  /** 屏幕文字：画面上的固定文字、贴片 / Standing text on the screen */
  screen_text?: Copy | null;
  /** 讲稿：讲稿：一段文字，或者讲解段的列表 / The script: one text, or a list of segments */
  script?: Copy | null;
  /** 商品列表：本场讲解和上架的商品 / Products presented and offered */
  products?: Listing[] | null;
  /** 主播：主播 / Hosts */
  hosts?: Host[] | null;
  /** 开播日：开播日期 / Day of the stream */
  started_on?: DateString | null;
  /** 运营者类型：直播间运营者的类型 / Legal type of the room operator */
  operator_type?: OperatorType | null;
  /** 运营者名称：直播间运营者名称 / Name of the room operator */
  operator_name?: string | null;
  /** 运营者所属机构：运营者所属的直播营销人员服务机构；没有填空 / Host agency the operator belongs to; null if none */
  operator_agency?: string | null;
  /** 运营者须许可：经营业务是否需要行政许可 / Whether the business needs a permit */
  operator_permit_required?: boolean | null;
  /** 账号公示：账号主页的公示 / Disclosure on the account page */
  account?: AccountDisclosure | null;
  /** 形象误导：头像、布景、道具的图像是否欺骗、误导消费者或者违背公序良俗 / Whether the pictures of avatar, set or props mislead or offend public order */
  image_misleads?: boolean | null;
  /** 销售者展示：直播页面的销售者信息 / Seller information in the room */
  seller_panel?: SellerPanel | null;
  /** 商品信息展示：是否显著展示品名、价格、计价单位（或其链接） / Whether name, price and unit (or a link) are prominently shown */
  goods_info_shown?: boolean | null;
  /** 售后信息展示：是否显著展示售后服务信息（或其链接） / Whether after-sales information (or a link) is prominently shown */
  after_sales_shown?: boolean | null;
  /** 采用价格比较：是否用价格比较、折价、减价促销 / Whether it promotes by comparing or reducing prices */
  uses_price_comparison?: boolean | null;
  /** 直播管理：审核与管理 / Review and management */
  management?: RoomManagement | null;
  /** 人工智能形象：人工智能人物 / AI-made figures */
  ai_figure?: AiFigure | null;
  /** 是广告：直播内容是否构成商业广告 / Whether the stream is commercial advertising */
  is_advertised?: boolean | null;
  /** 广告标明：是否显著标明“广告” / Whether clearly marked 广告 */
  ad_marked?: boolean | null;
  /** 切片发布：是否把直播内容录制剪辑后再发布推销 / Whether clips of the stream are re-published to sell */
  clips_published?: boolean | null;
  /** 切片广告标明：再发布的切片是否标明“广告” / Whether those clips are marked 广告 */
  clips_ad_marked?: boolean | null;
  /** 虚构数据：是否虚构观看、点赞、交易等数据 / Whether views, likes or sales are faked */
  fakes_data?: boolean | null;
  /** 回放保存：直播视频自直播结束起计划保存的时间 / How long the recording is kept from the end of the stream */
  replay_kept?: string | null;
}

/** 直播营销人员服务机构（MCN） / A host agency (MCN) */
export interface Agency extends SubjectBase {
  kind: "agency";
  /** 机构名称：名称 / Name */
  name?: string | null;
  /** 内部管理制度：是否建立招募、培训、使用、管理制度 / Whether it has rules on recruiting, training and managing hosts */
  has_internal_rules?: boolean | null;
  /** 核验主播：是否核验主播身份和资质 / Whether hosts' identity and qualifications are verified */
  hosts_verified?: boolean | null;
  /** 主播协议：是否与主播签订协议明确义务 / Whether contracts with hosts set out duties */
  has_host_contracts?: boolean | null;
  /** 协议免除自身责任：协议是否减轻、免除机构自身责任 / Whether a contract lessens the agency's own liability */
  contract_shifts_liability?: boolean | null;
  /** 培训主播：是否培训主播 / Whether hosts are trained */
  hosts_trained?: boolean | null;
  /** 违法处置制度：是否建立主播违法行为处置制度 / Whether it has rules for dealing with hosts' breaches */
  has_sanction_rules?: boolean | null;
  /** 核验运营者：合作的直播间运营者是否已核验；没有合作填空 / Whether partner room operators are verified; null if there are none */
  operators_verified?: boolean | null;
  /** 与运营者书面协议：是否与运营者签订书面协议 / Whether there are written agreements with operators */
  has_operator_contracts?: boolean | null;
  /** 组织虚假交易评价：是否组织虚假交易、虚假评价 / Whether it organises fake trades or reviews */
  organises_fake_trades?: boolean | null;
  /** 提供选品：是否提供直播选品服务 / Whether it selects goods for streams */
  offers_selection?: boolean | null;
  /** 选品核验：选品时是否核验实际销售者和商品资料 / Whether real sellers and papers of goods are verified */
  selection_verified?: boolean | null;
  /** 选品记录保存：选品记录自直播结束起计划保存的时间 / How long selection records are kept from the end of the stream */
  selection_records_kept?: string | null;
  /** 招募文案：招募、刷单派单等公开文字 / Public words, for instance recruiting */
  recruiting_words?: Copy | null;
}

/** 行政许可 / A permit */
export interface Permit {
  /** 许可种类：食品经营许可、药品经营许可等 / Food trade, drug trade … */
  kind?: string | null;
  /** 许可证号：证号 / Number */
  number?: string | null;
  /** 许可公示：是否公示 / Whether shown */
  shown?: boolean | null;
  /** 许可有效至：有效期届满日 / Last day of validity */
  valid_to?: DateString | null;
}

/** 店铺首页的主体信息 / What the shop's home page discloses */
export interface ShopDisclosure {
  /** 显著位置：是否在首页显著位置 / Whether in a prominent place of the home page */
  prominent?: boolean | null;
  /** 持续：是否持续公示 / Whether shown continuously */
  continuous?: boolean | null;
  /** 链接标识：是否以链接标识公示，链接内容在下列字段填写 / Whether by a link; fill in below what stands behind it */
  via_link?: boolean | null;
  /** 营业执照公示：是否公示营业执照信息（或其链接） / Whether licence information (or a link) is shown */
  licence_shown?: boolean | null;
  /** 信用代码：统一社会信用代码 / Unified social credit code */
  uscc?: string | null;
  /** 公示名称：名称 / Name */
  name?: string | null;
  /** 企业类型：企业类型 / Type of enterprise */
  enterprise_type?: string | null;
  /** 法定代表人：法定代表人、负责人 / Legal representative or person in charge */
  legal_representative?: string | null;
  /** 住所：住所 / Domicile */
  domicile?: string | null;
  /** 注册资本：注册资本、出资额、成员出资总额 / Registered capital or total contributions */
  registered_capital?: string | null;
  /** 经营者姓名：个体工商户经营者姓名 / Name of the sole trader */
  operator_name?: string | null;
  /** 经营场所：经营场所 / Place of business */
  business_place?: string | null;
  /** 组成形式：组成形式 / Form of composition */
  composition?: string | null;
  /** 自我声明：免登记情形的自我声明 / Statement that no registration is needed */
  self_declaration?: Copy | null;
  /** 实际经营地址：实际经营地址 / Actual business address */
  actual_address?: string | null;
  /** 联系方式：联系方式 / Contact */
  contact?: string | null;
  /** 变更日：信息变更日 / Day the information changed */
  changed_on?: DateString | null;
  /** 更新日：更新公示日 / Day the disclosure was updated */
  updated_on?: DateString | null;
  /** 更新工作日数：从变更到更新经过的工作日数 / Working days from the change to the update */
  updated_workdays?: number | null;
}

/** 自行终止经营 / Closing down of one's own accord */
export interface Closing {
  /** 终止日：终止经营日 / Day business ends */
  closes_on?: DateString | null;
  /** 公示起：开始公示的日期 / First day of the notice */
  notice_from?: DateString | null;
  /** 公示显著：是否在首页显著位置 / Whether prominent on the home page */
  prominent?: boolean | null;
  /** 公示持续：是否持续公示到终止日 / Whether shown until the end */
  continuous?: boolean | null;
  /** 公示内容：公示的文字 / Words of the notice */
  notice?: Copy | null;
}

/** 用户信息的查询、更正、删除与注销 / Users' access to their data and closing of accounts */
export interface UserData {
  /** 查询方式明示：是否明示查询方式、程序 / Whether the way to see one's data is shown */
  access_shown?: boolean | null;
  /** 更正删除方式明示：是否明示更正、删除方式、程序 / Whether the way to correct or delete is shown */
  correction_shown?: boolean | null;
  /** 注销方式明示：是否明示注销方式、程序 / Whether the way to close the account is shown */
  closing_shown?: boolean | null;
  /** 不合理条件：是否设置不合理条件 / Whether unreasonable conditions are set */
  unreasonable_conditions?: boolean | null;
  /** 保存依据：注销后依法或者按约定继续保存信息的依据；没有填空 / Law or agreement under which data are kept after closing; null if none */
  retention_basis?: string | null;
  /** 注销后删除：注销后是否立即删除信息 / Whether data are deleted at once after closing */
  deletes_after_closing?: boolean | null;
}

/** 一个网店或者经营主页 / A shop or business page */
export interface Shop extends SubjectBase {
  kind: "shop";
  /** 店铺名称：店铺名称 / Name of the shop */
  name?: Copy | null;
  /** 店铺简介：店铺简介 / Introduction */
  intro?: Copy | null;
  /** 公告：店铺公告、规则 / Notices and rules of the shop */
  notice?: Copy | null;
  /** 页面文字：店铺页面的其他文字 / Other words on the shop's pages */
  texts?: PageText[] | null;
  /** 条款：店铺的格式条款、声明 / Standard terms and declarations */
  terms?: Copy | null;
  /** 经营者类型：经营者的类型 / Legal type of the trader */
  operator_type?: OperatorType | null;
  /** 已登记：是否办理了经营主体登记 / Whether registered as a trader */
  is_registered?: boolean | null;
  /** 免登记情形：不需要登记的情形 / Why registration is not needed */
  exemption?: RegistrationExemption | null;
  /** 年交易额：各网店合计的年交易额，元 / Turnover of all the person's shops in a year, yuan */
  annual_turnover?: Money | null;
  /** 销售类目：销售的类目 / Categories sold */
  categories?: Category[] | null;
  /** 须许可：经营业务是否依法需要行政许可 / Whether the business needs a permit */
  permit_required?: boolean | null;
  /** 许可列表：行政许可 / Permits */
  permits?: Permit[] | null;
  /** 主体公示：首页的主体信息 / Disclosure on the home page */
  disclosure?: ShopDisclosure | null;
  /** 停业：自行终止经营；没有终止填空 / Closing down; null if not closing */
  closing?: Closing | null;
  /** 用户信息：用户信息管理 / User data */
  user_data?: UserData | null;
  /** 提供购货凭证：是否依法出具发票等购货凭证或者服务单据 / Whether invoices or other receipts are issued */
  gives_receipts?: boolean | null;
  /** 投诉渠道公开：是否公开投诉、举报方式 / Whether the way to complain is public */
  complaints_shown?: boolean | null;
  /** 争议提供记录：争议处理中是否提供原始合同和交易记录 / Whether original contract and trade records are handed over in disputes */
  gives_records_in_disputes?: boolean | null;
  /** 默认收集同意：是否以默认、捆绑方式取得个人信息同意 / Whether consent to data use is by default or bundled */
  default_consent?: boolean | null;
  /** 发送商业信息：是否向消费者发送商业性信息 / Whether commercial messages are sent */
  sends_messages?: boolean | null;
  /** 消费者同意接收：消费者是否同意或者请求接收 / Whether the recipients agreed to or asked for them */
  messages_consented?: boolean | null;
  /** 拒收方式：是否提供显著、简便、免费的拒收方式 / Whether a clear, easy, free way to refuse is given */
  messages_opt_out?: boolean | null;
  /** 短信正文：发送的商业性信息正文 / Words of the messages */
  message_text?: Copy | null;
}

/** 结算时搭配出售的商品、服务 / Something sold together at checkout */
export interface BundledItem {
  /** 搭售名：名称 / Name */
  name?: Copy | null;
  /** 提请注意：是否以显著方式提请消费者注意 / Whether the buyer's attention is clearly drawn to it */
  drawn_to_attention?: boolean | null;
  /** 默认勾选：是否默认勾选 / Whether ticked by default */
  selected_by_default?: boolean | null;
  /** 沿用历史选择：是否按以往交易的选择自动勾选 / Whether ticked because of an earlier purchase */
  selected_from_history?: boolean | null;
  /** 搭售价：价格，元 / Price, yuan */
  price?: Money | null;
}

/** 押金 / A refundable deposit */
export interface Deposit {
  /** 押金额：金额，元 / Amount, yuan */
  amount?: Money | null;
  /** 退还方式明示：是否明示退还方式 / Whether the way of refund is shown */
  method_shown?: boolean | null;
  /** 退还程序明示：是否明示退还程序 / Whether the procedure of refund is shown */
  procedure_shown?: boolean | null;
  /** 不合理退还条件：是否设置不合理条件 / Whether unreasonable conditions are set */
  unreasonable_conditions?: boolean | null;
  /** 申请退还日：消费者申请退还日 / Day the consumer asked for it */
  requested_on?: DateString | null;
  /** 符合退还条件：是否符合退还条件 / Whether the conditions of refund are met */
  conditions_met?: boolean | null;
  /** 退还日：实际退还日；未退还填空 / Day it was refunded; null if not yet */
  refunded_on?: DateString | null;
  /** 承诺退还时限：公示的退还时限 / Time of refund as published */
  refund_within?: string | null;
}

/** 自动展期、自动续费 / Automatic renewal */
export interface AutoRenewal {
  /** 采用：是否自动展期、续费 / Whether used */
  used?: boolean | null;
  /** 服务前提示：接受服务前是否显著提示 / Whether clearly announced before the service starts */
  notice_before_service?: boolean | null;
  /** 续费前提示：每次续费前是否显著提示 / Whether clearly announced before every renewal */
  notice_before_renewal?: boolean | null;
  /** 默认勾选：是否默认开通 / Whether ticked by default */
  selected_by_default?: boolean | null;
  /** 随时取消：是否有显著、简便的随时取消、变更选项 / Whether there is a clear, easy way to cancel or change at any time */
  cancel_any_time?: boolean | null;
  /** 不合理取消费：取消是否收取不合理费用 / Whether an unreasonable fee is charged for it */
  cancel_fee?: boolean | null;
}

/** 下单和结算流程 / Ordering and paying */
export interface Checkout extends SubjectBase {
  kind: "checkout";
  /** 条款：购买须知、用户协议、格式条款 / Notes for buyers, agreement, standard terms */
  terms?: Copy | null;
  /** 页面文字：结算页上的其他文字 / Other words on the pages */
  texts?: PageText[] | null;
  /** 搭售：搭售的商品、服务；没有则为空列表 / Things sold together; [] if none */
  bundled_items?: BundledItem[] | null;
  /** 押金：押金；不收取填空 / Deposit; null if none */
  deposit?: Deposit | null;
  /** 自动续费：自动续费；没有填空 / Automatic renewal; null if none */
  auto_renewal?: AutoRenewal | null;
  /** 步骤告知：是否清晰告知订立合同的步骤、注意事项、下载方法 / Whether the steps, points to note and way to download are clearly stated */
  steps_shown?: boolean | null;
  /** 条款可下载：用户能否便利、完整阅览和下载 / Whether users can read and download everything conveniently */
  terms_downloadable?: boolean | null;
  /** 提交前可更正：提交订单前能否更正输入错误 / Whether errors can be corrected before the order is sent */
  can_correct?: boolean | null;
  /** 付款后不成立条款：是否约定支付价款后合同不成立 / Whether terms say that no contract exists after payment */
  no_contract_after_payment?: boolean | null;
  /** 重大条款显著提示：与消费者有重大利害关系的条款是否显著提示 / Whether terms of major interest to consumers are clearly pointed out */
  key_terms_prominent?: boolean | null;
  /** 承诺交付日：承诺或者约定的交付（发货）日期 / Promised day of delivery or shipping */
  delivery_promised_on?: DateString | null;
  /** 实际交付日：实际交付（发货）日；未交付填空 / Actual day of delivery or shipping; null if not yet */
  delivered_on?: DateString | null;
  /** 消费者另选快递：是否由消费者另行选择快递物流 / Whether the buyer chose another carrier */
  buyer_chose_carrier?: boolean | null;
  /** 运输风险转嫁：是否约定运输风险由消费者承担 / Whether terms put the risk of transport on the buyer */
  transport_risk_on_buyer?: boolean | null;
  /** 退货例外确认：购买不适用七日无理由退货商品时是否逐次确认 / Whether the buyer confirms, each time, that the seven-day return does not apply */
  return_exclusion_confirmed?: boolean | null;
  /** 收取个人信息必要：收集的个人信息是否限于交易所必需 / Whether only data needed for the trade are collected */
  data_necessary?: boolean | null;
}

/** 一次促销活动 / A promotion */
export interface Promotion extends SubjectBase {
  kind: "promotion";
  /** 活动名称：活动名称 / Name */
  name?: Copy | null;
  /** 活动规则：公示的活动规则 / Published rules */
  rules_text?: Copy | null;
  /** 页面文字：活动页的其他文字 / Other words of the promotion */
  texts?: PageText[] | null;
  /** 方式：促销方式 / Kinds */
  kinds?: PromotionKind[] | null;
  /** 开始日：开始日 / First day */
  starts_on?: DateString | null;
  /** 结束日：结束日 / Last day */
  ends_on?: DateString | null;
  /** 规则公示：规则是否事先公示 / Whether the rules are published beforehand */
  rules_published?: boolean | null;
  /** 折价基准标明：折价、减价的基准是否标明 / Whether the base of reductions is shown */
  discount_base_shown?: boolean | null;
  /** 附加条件标明：价格的附带条件、期限是否显著标明 / Whether conditions and period are clearly shown */
  conditions_shown?: boolean | null;
  /** 限量数量：限量促销的数量 / Number of units, for a limited sale */
  quantity_limit?: number | null;
  /** 限量标明：限量数量是否标明 / Whether the number is shown */
  quantity_shown?: boolean | null;
  /** 售完告知：售完后是否即时明示 / Whether buyers are told at once when sold out */
  sold_out_told?: boolean | null;
  /** 奖项公布：奖项种类、名称、数量、兑奖方式是否事先公布 / Whether kinds, names, numbers of prizes and how to claim are published beforehand */
  prizes_published?: boolean | null;
  /** 中奖概率公布：中奖概率是否公布 / Whether the odds are published */
  odds_published?: boolean | null;
  /** 最高奖额：抽奖式有奖销售最高奖的金额，元 / Highest prize of a draw, yuan */
  max_prize?: Money | null;
  /** 获奖结果公示：开奖后是否公示结果 / Whether results are published */
  winners_published?: boolean | null;
  /** 开奖记录保存：有奖销售档案计划保存的时间 / How long the records of the draw are kept */
  draw_records_kept?: string | null;
  /** 奖品总额：奖品总额，元 / Total value of prizes, yuan */
  prize_total?: Money | null;
  /** 内定中奖：是否故意让内定人员中奖 / Whether winners are fixed */
  winners_fixed?: boolean | null;
  /** 赠送列表：赠品 / Gifts */
  gifts?: Gift[] | null;
  /** 赠品不合格：赠品是否不合格或者法律禁止 / Whether gifts are substandard or banned */
  gifts_substandard?: boolean | null;
  /** 先提价后打折：是否先提价再打折 / Whether prices were raised before being reduced */
  raised_before_discount?: boolean | null;
  /** 变更规则：活动期间是否变更规则损害消费者 / Whether rules were changed to the buyers' harm */
  rules_changed?: boolean | null;
  /** 换取好评：是否以利益换取好评 / Whether good reviews are rewarded */
  rewards_good_reviews?: boolean | null;
}

/** 一次平台规则修改 / A change of the platform's rules */
export interface RuleChange {
  /** 公开征求意见：是否在首页显著位置公开征求意见 / Whether opinions were invited prominently on the home page */
  consulted?: boolean | null;
  /** 公示日：修改内容公示日 / Day the change was published */
  published_on?: DateString | null;
  /** 实施日：实施日 / Day it takes effect */
  effective_on?: DateString | null;
  /** 重大修改：是否涉及重大利害关系 / Whether it is a major change */
  is_major?: boolean | null;
  /** 阻止退出：是否阻止不接受修改的经营者退出 / Whether traders who disagree are kept from leaving */
  blocks_exit?: boolean | null;
}

/** 知识产权权利人的一次通知 / A notice by the owner of an intellectual property right */
export interface IpNotice {
  /** 收到日：收到通知的日期 / Day it was received */
  received_on?: DateString | null;
  /** 有初步证据：通知是否附侵权的初步证据 / Whether it holds preliminary evidence */
  has_evidence?: boolean | null;
  /** 已采取措施：是否已采取删除、屏蔽、断开链接、终止交易等措施 / Whether goods were removed, blocked, unlinked or trading ended */
  acted?: boolean | null;
  /** 已转送：是否已转送平台内经营者 / Whether it was forwarded to the trader */
  forwarded?: boolean | null;
  /** 有不侵权声明：平台内经营者是否提交附初步证据的不侵权声明 / Whether the trader sent a statement of non-infringement with evidence */
  has_counter_statement?: boolean | null;
  /** 声明转送日：声明送达权利人的日期；没有送达填空 / Day the statement reached the owner; null if not yet */
  counter_forwarded_on?: DateString | null;
  /** 已告知救济：是否告知权利人可以投诉或者起诉 / Whether the owner was told it may complain or sue */
  remedies_told?: boolean | null;
  /** 权利人已投诉起诉：权利人是否已投诉或者起诉并通知平台 / Whether the owner has complained or sued and told the platform */
  owner_sued?: boolean | null;
  /** 措施已终止：所采取的措施是否已终止；没有采取措施的填真 / Whether the measures were ended; true where none were taken */
  measures_ended?: boolean | null;
  /** 结果已公示：通知、声明和处理结果是否已公示 / Whether notice, statement and result were published */
  result_published?: boolean | null;
}

/** 平台发现的一件违法商品、服务信息 / Unlawful goods or services that the platform found */
export interface UnlawfulGoods {
  /** 发现日：发现日 / Day it was found */
  found_on?: DateString | null;
  /** 已处置：是否采取处置措施 / Whether it was dealt with */
  handled?: boolean | null;
  /** 已报告：是否向主管部门报告 / Whether it was reported to the authority */
  reported?: boolean | null;
}

/** 电子商务平台、直播电商平台 / A marketplace or livestream platform */
export interface Platform extends SubjectBase {
  kind: "platform";
  /** 平台名称：平台名称 / Name */
  name?: Copy | null;
  /** 平台类型：平台类型 / Kind */
  platform_kind?: PlatformType | null;
  /** 首页文字：首页、规则页的文字 / Words on the home and rules pages */
  texts?: PageText[] | null;
  /** 服务协议：服务协议、交易规则 / Service agreement and trading rules */
  agreement?: Copy | null;
  /** 个性化搜索：是否按消费者兴趣、习惯展示搜索结果 / Whether search results follow the consumer's habits */
  personalised_results?: boolean | null;
  /** 非个性化选项：是否同时提供不针对个人特征的选项 / Whether an option not based on the person is offered at the same time */
  non_personalised_option?: boolean | null;
  /** 多种排序：是否按价格、销量、信用等多种方式展示结果 / Whether results can be shown by price, sales, credit and so on */
  several_rankings?: boolean | null;
  /** 竞价排名：是否有竞价排名的商品、服务 / Whether places in the results are sold */
  has_paid_ranking?: boolean | null;
  /** 竞价排名标明：竞价排名是否显著标明“广告” / Whether those are clearly marked 广告 */
  paid_ranking_marked?: boolean | null;
  /** 有自营：是否开展自营业务 / Whether it sells itself */
  has_self_run?: boolean | null;
  /** 自营区分：是否显著区分自营与他营 / Whether its own sales are clearly told apart */
  self_run_marked?: boolean | null;
  /** 登记区分：是否显著区分已登记和未登记的经营者 / Whether registered and unregistered traders are clearly told apart */
  registration_marked?: boolean | null;
  /** 有评价途径：是否提供评价途径 / Whether consumers can review */
  reviews_possible?: boolean | null;
  /** 删除评价：是否擅自删除消费者评价 / Whether it deletes consumers' reviews of its own accord */
  deletes_reviews?: boolean | null;
  /** 信用评价规则公示：是否公示信用评价规则 / Whether the rules of credit rating are published */
  credit_rules_published?: boolean | null;
  /** 核验登记：是否核验、登记平台内经营者并建立档案 / Whether traders are verified, registered and filed */
  verifies_traders?: boolean | null;
  /** 核验间隔：核验更新的间隔 / Interval between verifications */
  verification_interval?: string | null;
  /** 核验主播：是否动态核验主播真实身份 / Whether hosts' identities are continually verified */
  verifies_hosts?: boolean | null;
  /** 报送一月：最近一个到期的一月是否报送身份信息；尚未到期填空 / Whether identities were reported in the last January due; null if none is due yet */
  reported_january?: boolean | null;
  /** 报送七月：最近一个到期的七月是否报送身份信息；尚未到期填空 / Whether identities were reported in the last July due; null if none is due yet */
  reported_july?: boolean | null;
  /** 报送主播：报送是否包括主播身份信息 / Whether reports include the hosts */
  reported_hosts?: boolean | null;
  /** 交易信息保存：交易信息自交易完成起保存的时间 / How long trade records are kept from completion */
  trade_records_kept?: string | null;
  /** 直播回放保存：直播视频自直播结束起保存的时间 / How long recordings are kept from the end of the stream */
  replays_kept?: string | null;
  /** 交易信息完整：是否含账号、回放、互动、下单时详情页快照、客服、支付、物流、退换货和售后 / Whether they hold account, replay, interaction, page snapshot, service, payment, logistics, returns and after-sales */
  trade_records_complete?: boolean | null;
  /** 变更核验工作日数：收到变更后完成核验更新的工作日数；没有变更填空 / Working days to verify and update a reported change; null if none was reported */
  change_verified_workdays?: number | null;
  /** 处理公示工作日数：作出处理措施到公示的工作日数 / Working days from a sanction to its publication */
  sanction_published_workdays?: number | null;
  /** 提醒登记：是否提示未登记的经营者依法登记 / Whether unregistered traders are reminded to register */
  reminds_registration?: boolean | null;
  /** 失联提醒工作日数：接到失联通报到提醒更新的工作日数；没有接到通报填空 / Working days from a notice that someone cannot be reached to the reminder; null if none was received */
  unreachable_reminder_workdays?: number | null;
  /** 规则公示：首页是否显著持续公示协议和规则（或其链接） / Whether agreement and rules (or a link) are shown prominently and continuously */
  rules_published?: boolean | null;
  /** 规则可下载：能否便利、完整阅览和下载 / Whether they can be read and downloaded */
  rules_downloadable?: boolean | null;
  /** 规则历史保存：规则历史版本保存的时间 / How long past versions are kept */
  rule_versions_kept?: string | null;
  /** 规则修改列表：规则修改 / Changes of the rules */
  rule_changes?: RuleChange[] | null;
  /** 不合理限制：是否对经营者的交易、价格等作不合理限制 / Whether traders' dealings or prices are unreasonably restricted */
  unreasonable_limits?: boolean | null;
  /** 处理措施公示：对经营者的警示、暂停、终止服务是否及时公示 / Whether warnings, suspensions and terminations are published */
  sanctions_published?: boolean | null;
  /** 投诉机制：是否建立投诉、举报机制并公开方式 / Whether there is a public complaint mechanism */
  has_complaints?: boolean | null;
  /** 知识产权规则：是否建立知识产权保护规则 / Whether there are rules to protect intellectual property */
  has_ip_rules?: boolean | null;
  /** 侵权通知列表：收到的侵权通知 / Infringement notices received */
  ip_notices?: IpNotice[] | null;
  /** 违法商品列表：发现的无证、禁售、不安全商品服务 / Goods and services found to lack a permit, be prohibited or unsafe */
  unlawful_goods?: UnlawfulGoods[] | null;
  /** 用户信息：用户信息管理 / User data */
  user_data?: UserData | null;
  /** 知识产权通知公示：是否及时公示侵权通知、声明及处理结果 / Whether notices, counter-notices and results are published */
  ip_notices_published?: boolean | null;
  /** 已知侵权处置：知道或者应当知道侵犯知识产权的，是否已采取必要措施；没有则填真 / Whether known infringements were dealt with; true where there were none */
  known_infringements_handled?: boolean | null;
  /** 协助维权：消费者与平台内经营者发生争议时，是否积极协助 / Whether consumers are helped in disputes with traders */
  helps_consumers?: boolean | null;
  /** 争议提供记录：争议处理中是否提供原始合同和交易记录 / Whether original contract and trade records are handed over in disputes */
  gives_records_in_disputes?: boolean | null;
  /** 有消费者保证金：是否与经营者约定设立消费者权益保证金 / Whether traders pay into a consumer guarantee fund */
  has_guarantee_fund?: boolean | null;
  /** 保证金约定明确：保证金的数额、管理、使用、退还办法是否明确约定 / Whether amount, management, use and return of the fund are clearly agreed */
  guarantee_fund_terms_clear?: boolean | null;
  /** 管理机制：是否建立账号、交易、质量、消费者保护、个人信息、网络安全等管理机制 / Whether management of accounts, dealings, quality, consumers, data and security is set up */
  has_livestream_management?: boolean | null;
  /** 内容审核机制：是否建立内容审核机制 / Whether content is reviewed */
  has_content_review?: boolean | null;
  /** 主播培训：是否每年及首次直播前培训主播 / Whether hosts are trained yearly and before a first stream */
  trains_hosts?: boolean | null;
  /** 运营者学习：是否每年组织运营者、机构学习法规 / Whether operators and agencies are instructed yearly */
  trains_operators?: boolean | null;
  /** 分级分类：是否建立运营者分级分类管理制度 / Whether operators are graded and classified */
  has_grading?: boolean | null;
  /** 重点监测：是否对重点直播间技术监测、实时巡查 / Whether key rooms are monitored and patrolled */
  monitors_key_rooms?: boolean | null;
  /** 违法处置制度：是否建立违法行为处置制度 / Whether there are rules on sanctions */
  has_sanction_rules?: boolean | null;
  /** 风险识别：是否建立风险识别制度并配备人员 / Whether risks are detected, with staff for it */
  has_risk_detection?: boolean | null;
  /** 黑名单：是否建立黑名单制度 / Whether there is a blacklist */
  has_blacklist?: boolean | null;
  /** 黑名单告知：列入黑名单是否告知事实、理由、期限和申诉途径；没有列入的填空 / Whether blacklisting comes with facts, reasons, period and appeal; null if nobody was listed */
  blacklist_reasoned?: boolean | null;
  /** 公示技术支持：是否为运营者公示信息提供技术支持 / Whether operators get the technical means to disclose */
  supports_disclosure?: boolean | null;
  /** 失联者处置：提醒后仍不更新的，是否采取处置措施并留存记录；没有这种情形填空 / Whether those who still do not update are sanctioned, with records; null if there were none */
  unreachable_sanctioned?: boolean | null;
  /** 更新后解除：更新并核验无误后是否及时解除措施；没有这种情形填空 / Whether measures end once the update is verified; null if there were none */
  unreachable_released?: boolean | null;
  /** 配合执法：是否配合监管执法、如实提供信息 / Whether it cooperates with supervision and gives true information */
  cooperates?: boolean | null;
  /** 处置后订单安排：处置直播间后是否妥善安排受影响的订单、售后和纠纷；没有处置填空 / Whether orders, after-sales and disputes are settled after a sanction; null if there was none */
  orders_settled?: boolean | null;
  /** 投诉反馈时限明确：投诉处理流程和反馈时限是否明确 / Whether the complaint process and time to answer are stated */
  complaint_time_stated?: boolean | null;
  /** 提供争议信息：发生争议时是否按消费者要求提供运营者、主播信息和交易记录 / Whether, in a dispute, the consumer gets operator, host and trade information on request */
  gives_dispute_information?: boolean | null;
  /** 规则明确各方义务：规则是否明确平台、运营者、主播、机构的权利义务并显著提醒重大利害内容 / Whether rules state the duties of platform, operators, hosts and agencies, and point out what matters most */
  rules_state_duties?: boolean | null;
  /** 规则要求管理主播：规则是否要求规范主播的招募、培训、使用、管理 / Whether rules require hosts to be recruited, trained and managed properly */
  rules_cover_hosts?: boolean | null;
  /** 通报后处置：接到主管部门违法情况通报后，是否及时按规则处置；没有接到通报填空 / Whether breaches notified by an authority were sanctioned in time; null if none were notified */
  acts_on_notices?: boolean | null;
  /** 投诉计入评价：核查属实的投诉是否作为合规评价的参考 / Whether well-founded complaints count in grading */
  complaints_in_grading?: boolean | null;
  /** 处置记录报告：处置措施是否保存记录并向主管部门报告 / Whether sanctions are recorded and reported */
  sanctions_recorded?: boolean | null;
  /** 防范智能造假：是否采取措施防范利用人工智能造假、假冒 / Whether measures are taken against AI-made falsehood and impersonation */
  prevents_ai_fraud?: boolean | null;
  /** 消费者保护制度：是否建立消费者权益保护和争议解决机制 / Whether consumer protection and dispute resolution are set up */
  has_consumer_protection?: boolean | null;
}

/** Anything that can be checked. */
export type Subject = Listing | Livestream | Agency | Shop | Checkout | Promotion | Platform;
