// Generated from the packs' facts by `zhunze schema --format ts`. Do not edit.

/** `YYYY-MM-DD`. */
export type DateString = string;
/** Yuan: "199.90", or a number with at most two decimals. */
export type Money = string | number;
/** A piece of a script with its time and speaker. */
export interface CopySegment { start_ms?: number; end_ms?: number; speaker?: string; channel?: string; product?: string | number; text: string }
/** Public words. */
export type Copy = string | CopySegment[];
/** What backs a claim. */
export interface Evidence { kind: string; number?: string; issuer?: string; valid_from?: DateString; valid_to?: DateString; supports?: string | string[] }
/** What the caller lets pass; always reported. */
export interface Waiver { rule: string; scope?: string; reason: string; author: string; expiry: DateString }
/** What every subject may carry. */
export interface SubjectBase { evidence?: Evidence[] | null; conduct?: { from?: DateString; to?: DateString }; waivers?: Waiver[]; complete?: boolean | string[] }

/** 一条广告怎样投放 / How an advertisement is placed */
export interface AdPlacement {
  /** 弹出开屏：是否弹出广告、开屏广告 / A pop-up or app-opening advertisement */
  is_popup?: boolean | null;
  /** 关闭标志：是否有关闭标志 / Whether there is a mark to close it */
  has_close_mark?: boolean | null;
  /** 关闭标志清楚：关闭标志是否真实、清晰、易找 / Whether the mark is genuine, clear and easy to find */
  close_mark_clear?: boolean | null;
  /** 倒计时才能关：是否计时结束才能关闭 / Whether it closes only after a countdown */
  close_after_countdown?: boolean | null;
  /** 关闭点击次数：关闭需要点击的次数 / Clicks needed to close it */
  clicks_to_close?: number | null;
  /** 关闭后再弹：同一页面、文档中关闭后是否继续弹出 / Whether it comes back on the same page */
  pops_up_again?: boolean | null;
  /** 虚假系统提示：是否用虚假的更新、报错、清理、通知等提示诱导点击 / Lures clicks with false system notices */
  fakes_notices?: boolean | null;
  /** 虚假按钮：是否用虚假的播放、暂停、返回等标志诱导点击 / Lures clicks with false controls */
  fakes_controls?: boolean | null;
  /** 虚假奖励：是否用虚假的奖励承诺诱导点击 / Lures clicks with false rewards */
  fakes_rewards?: boolean | null;
  /** 信息流：是否在新闻资讯、视听内容等信息流中发布 / Stands in a feed of news, video or the like */
  is_in_feed?: boolean | null;
  /** 新闻形式：是否以新闻报道形式发布 / Looks like a news report */
  looks_like_news?: boolean | null;
  /** 未成年人媒介：是否发布在针对未成年人的媒介上 / On media for minors */
  on_minors_media?: boolean | null;
  /** 校园教材：是否在中小学、幼儿园内或者利用教材、教辅、校服、校车等发布 / In schools or kindergartens, or on school books, uniforms, buses */
  in_schools?: boolean | null;
  /** 政务搜索：是否插入政务服务搜索结果的竞价排名广告 / Paid ranking in results of a search for government services */
  in_government_search?: boolean | null;
  /** 影响使用：是否影响用户正常使用网络 / Whether it disturbs normal use */
  disturbs_use?: boolean | null;
  /** 发到设备：是否发送到交通工具、导航设备、智能家电等 / Sent to cars, navigation, smart appliances */
  sent_to_devices?: boolean | null;
  /** 用户同意：发送前用户是否同意或者请求 / Whether users agreed or asked */
  users_consented?: boolean | null;
  /** 附加在私信：是否附加在用户发送的邮件、即时消息中 / Attached to users' mails or messages */
  attached_to_messages?: boolean | null;
  /** 核对下级链接：是否核对下一级链接中的广告内容；没有链接填空 / Whether the content behind its links was checked; null if there are none */
  links_checked?: boolean | null;
  /** 算法推荐：是否利用算法推荐发布 / Placed by an algorithm */
  by_algorithm?: boolean | null;
  /** 算法入档：算法推荐规则、投放记录是否记入广告档案 / Whether rules of the algorithm and placements are filed */
  algorithm_filed?: boolean | null;
  /** 健康养生内容：是否介绍健康、养生知识 / Presents health or wellness knowledge */
  is_health_knowledge?: boolean | null;
  /** 同页有商家信息：同页或者同时是否出现相关医疗、药械、保健食品的商家地址、联系方式、购物链接 / Whether address, contact or link of a seller of related medical goods or health food stands beside it */
  seller_on_same_page?: boolean | null;
  /** 在注册范围内：广告内容是否不超出注册证、备案凭证和说明书范围 / Whether it stays within registration and leaflet */
  within_registration?: boolean | null;
  /** 与许可相符：涉及行政许可的内容是否与许可相符；不涉及填空 / Whether what it says of permits matches them; null if nothing is said */
  matches_permit?: boolean | null;
  /** 应标内容显著：依法应当标明的内容是否显著、清晰、易于辨认 / Whether compulsory notices are prominent and legible */
  notices_clear?: boolean | null;
  /** 视频持续显示：视频广告中应标内容是否持续显示；不是视频填空 / Whether notices stay throughout a video; null if it is none */
  notices_throughout?: boolean | null;
  /** 非处方标识：非处方药广告是否标明非处方药标识（OTC） / Whether the OTC mark is shown */
  otc_mark_shown?: boolean | null;
  /** 保健食品标志：保健食品广告是否显著标明保健食品标志（蓝帽子） / Whether the health-food mark is clearly shown */
  health_food_mark_shown?: boolean | null;
  /** 批准文件真实：广告审查批准文件是否真实、属于本广告主 / Whether the approval is genuine and the advertiser's own */
  approval_genuine?: boolean | null;
  /** 审查材料真实：申请广告审查提交的材料是否真实、没有隐瞒 / Whether the papers for the review were true and concealed nothing */
  review_papers_true?: boolean | null;
  /** 资格已失效：主体资格、注册备案或者生产许可是否已被吊销、撤销、注销 / Whether licence, registration or production permit was revoked or cancelled */
  applicant_lapsed?: boolean | null;
  /** 广告批准日：广告审查批准的日期 / Day the advertising was approved on review */
  approved_on?: DateString | null;
  /** 产品文件有效至：产品注册证明、备案凭证、生产许可中最早到期的日期；都没有规定有效期填空 / The earliest last day of registration, filing or production permit of the product; null if none of them has a term */
  product_papers_valid_to?: DateString | null;
  /** 为活动冠名：是否用处方药、特定全营养配方食品名称为活动冠名 / Whether the product's name is given to an event */
  names_an_event?: boolean | null;
  /** 专业刊物：是否发布在指定的医学、药学专业刊物 / In a designated medical or pharmaceutical journal */
  in_journal?: boolean | null;
  /** 前后对比：是否用患者名义、形象作诊疗前后对比 / Shows patients before and after treatment */
  before_and_after?: boolean | null;
  /** 诊疗项目已批准：宣传的诊疗科目、服务项目是否经批准或者备案 / Whether the services named are approved or filed */
  services_approved?: boolean | null;
  /** 药械已批准：宣传的药品、器械是否经批准或者备案 / Whether the medicine and devices named are approved or filed */
  products_approved?: boolean | null;
  /** 冒充专家：是否把没有资格的人说成医生、医学专家 / Presents people as doctors or experts who are none */
  fakes_experts?: boolean | null;
  /** 广告起止提示：广告时段的起止是否标明或者语音提示 / Whether start and end of the advertisement are shown or spoken */
  segment_announced?: boolean | null;
}

/** 广告主、广告经营者、广告发布者的广告业务管理 / How advertisers, agents and publishers run their advertising */
export interface AdBusiness {
  /** 自行发布：是否自行发布广告 / Publishes advertisements of its own */
  publishes_itself?: boolean | null;
  /** 承接他人广告：是否为他人设计、制作、代理、发布广告 / Designs, makes, places or publishes for others */
  serves_others?: boolean | null;
  /** 建立档案：是否建立广告档案并及时更新 / Whether files are kept and up to date */
  has_files?: boolean | null;
  /** 档案保存：档案自广告发布行为终了之日起保存的时间 / How long files are kept from the end of publication */
  files_kept?: string | null;
  /** 档案抽查：抽查到的广告档案；起算日为广告发布行为终了之日 / Files that were looked at; they count from the end of publication */
  file_samples?: RetentionSample[] | null;
  /** 核验广告主：是否查验登记广告主身份、地址、联系方式并定期更新 / Whether advertisers' identity, address and contact are verified and updated */
  verifies_advertisers?: boolean | null;
  /** 核对内容：是否查验证明文件、核对广告内容，不合格不承接 / Whether papers and content are checked, and what fails is refused */
  checks_content?: boolean | null;
  /** 有审核人员：是否配备广告审核人员或者机构 / Whether there are reviewers */
  has_reviewers?: boolean | null;
  /** 书面合同：广告活动中是否订立书面合同 / Whether there are written contracts */
  has_contracts?: boolean | null;
  /** 受托方合格：委托的广告经营者、发布者是否有合法经营资格；没有委托填空 / Whether agents and publishers engaged may lawfully act; null if none */
  agents_qualified?: boolean | null;
  /** 修改已通知：修改广告是否及时以可确认的方式通知经营者、发布者；没有修改填空 / Whether changes were told to agents and publishers in a verifiable way; null if none */
  changes_told?: boolean | null;
  /** 公布收费：是否公布收费标准和收费办法 / Whether fees are published */
  fees_published?: boolean | null;
  /** 数据真实：提供的覆盖率、点击率、收视率等是否真实 / Whether figures on reach and clicks are true */
  figures_true?: boolean | null;
  /** 配合调查：是否配合广告行业调查，如实提供资料 / Whether it cooperates in surveys of the trade */
  cooperates?: boolean | null;
  /** 拒绝检查：是否拒绝、阻挠广告监督检查或者隐瞒真实情况 / Whether inspections are refused, obstructed or deceived */
  refuses_inspection?: boolean | null;
  /** 明星脚本提供：选用代言人是否提供脚本、提示风险，体验商品与消费者所购一致；没有代言填空 / Whether endorsers get script and warnings, and goods as consumers do; null if none */
  script_given?: boolean | null;
}

/** 互联网平台对利用其服务发布广告的管理 / How a platform manages advertising by its users */
export interface AdPlatform {
  /** 用户身份保存：发布广告用户的真实身份信息自服务终了之日起保存的时间 / How long identities of advertising users are kept from the end of the service */
  identities_kept?: string | null;
  /** 身份抽查：抽查到的用户身份信息；起算日为信息服务提供行为终了之日 / Identities that were looked at; they count from the end of the service */
  identity_samples?: RetentionSample[] | null;
  /** 监测排查：是否监测、排查广告内容 / Whether advertising is monitored */
  monitors_ads?: boolean | null;
  /** 制止违法广告：明知、应知的违法广告是否及时制止并保留记录；没有填空 / Whether unlawful advertising it knows of is stopped, with records; null if none */
  stops_unlawful_ads?: boolean | null;
  /** 投诉入口：是否有便捷的投诉举报入口并及时处理 / Whether complaints are easy to make and dealt with */
  has_complaints?: boolean | null;
  /** 阻挠监测：是否阻挠、妨碍广告监测 / Whether monitoring by the authority is hindered */
  hinders_monitoring?: boolean | null;
  /** 配合调查：是否按要求保存证据、提供身份和广告修改记录等 / Whether evidence is kept and information given as asked */
  cooperates?: boolean | null;
  /** 处置违规用户：是否对发布违法广告的用户警示、暂停或者终止服务；没有填空 / Whether users who publish unlawful advertising are warned, suspended or ended; null if none */
  sanctions_users?: boolean | null;
  /** 阻碍标注广告：是否阻碍用户标注“广告”、语音提示 / Whether users are kept from marking advertising */
  hinders_ad_marks?: boolean | null;
  /** 提供标注便利：是否为用户标明“广告”提供便利 / Whether users are helped to mark advertising */
  supports_ad_marks?: boolean | null;
}

/** 消费者要求什么 / What the consumer asks for */
export type AfterSaleClaim = "no-reason-return" | "quality-return" | "exchange" | "repair";

/** 经营者拒绝或者不办理的理由 / The ground on which the trader refuses */
export type RefusalGround = "opened" | "not-intact" | "excluded" | "late" | "special-price" | "no-proof" | "misuse" | "other-ground";

/** 退款时扣下的是什么钱 / What is kept back from a refund */
export type DeductionKind = "return-freight" | "outward-freight" | "card-fee" | "gift-price" | "bundle-difference" | "depreciation" | "other-deduction";

/** 谁付运费 / Who pays the freight */
export type FreightBearer = "buyer" | "trader";

/** 从退款中扣下的一笔 / A sum kept back from a refund */
export interface RefundDeduction {
  /** 扣项：扣的是什么 / What for */
  kind?: DeductionKind | null;
  /** 扣额：金额，元 / Sum, yuan */
  amount?: Money | null;
  /** 标明价：赠品事先标明的价格，元；没有标明填空 / Price of the gift as stated beforehand, yuan; null if it was not stated */
  price_told?: Money | null;
}

/** 退回的商品是什么样子 / In what state the goods came back */
export interface ReturnedState {
  /** 原有品质功能：是否保持原有品质、功能 / Whether quality and function are as before */
  works_as_before?: boolean | null;
  /** 配件标识齐全：商品本身、配件、商标标识是否齐全 / Whether goods, parts and marks are all there */
  all_parts?: boolean | null;
  /** 密封损坏：必要的一次性密封包装是否被损坏 / Whether a necessary one-time seal is broken */
  seal_broken?: boolean | null;
  /** 私自维修：是否有未经授权的维修、改动 / Whether it was repaired or changed without authority */
  altered?: boolean | null;
  /** 标志序号损坏：强制认证标志、指示标贴、机器序列号是否被破坏、涂改 / Whether certification mark, labels or serial number are damaged or altered */
  marks_damaged?: boolean | null;
  /** 外观使用痕迹：是否有难以恢复原状的外观使用痕迹 / Whether there are marks of use that cannot be undone */
  wear_marks?: boolean | null;
  /** 数据使用痕迹：是否有激活、授权或者不合理留存个人数据的痕迹 / Whether there are traces of activation, licence or personal data */
  data_traces?: boolean | null;
  /** 标识被摘：商标标识是否被摘、被剪 / Whether brand tags are taken off or cut */
  tags_removed?: boolean | null;
  /** 受污受损：是否受污、受损 / Whether soiled or damaged */
  soiled?: boolean | null;
  /** 超出查验需要：使用是否超出查验和确认品质、功能的需要，且价值贬损较大 / Whether used beyond what checking needs, with a large loss of value */
  beyond_checking?: boolean | null;
}

/** 一次退货、换货、修理 / One return, exchange or repair */
export interface AfterSale extends SubjectBase {
  kind: "after-sale";
  /** 诉求：消费者的诉求 / What is asked for */
  claim?: AfterSaleClaim | null;
  /** 类目：商品类目 / Category of the goods */
  category?: Category | null;
  /** 签收日：消费者签收日 / Day the consumer received the goods */
  received_on?: DateString | null;
  /** 申请日：消费者发出通知或者提出要求的日期 / Day of the consumer's notice or request */
  requested_on?: DateString | null;
  /** 被拒绝：经营者是否拒绝 / Whether the trader refuses */
  is_refused?: boolean | null;
  /** 拒绝理由：拒绝的理由；没有拒绝填空 / Ground of the refusal; null if not refused */
  refusal_ground?: RefusalGround | null;
  /** 退货例外：是否属于不适用无理由退货的商品 / Whether the goods are outside the return */
  return_exclusion?: ReturnExclusion | null;
  /** 退货例外标明：页面是否显著标注了不适用 / Whether the page marked the exclusion */
  return_exclusion_marked?: boolean | null;
  /** 退货例外确认：消费者购买时是否对这一单确认过不适用 / Whether the buyer confirmed the exclusion for this purchase */
  return_exclusion_confirmed?: boolean | null;
  /** 商品状态：退回的商品；还没有看到商品的不写 / State of the goods; left out while not yet seen */
  state?: ReturnedState | null;
  /** 退货信息日：告诉消费者退货地址、联系人、电话的日期；还没有告诉填空 / Day the address, person and telephone for the return were given; null if not yet */
  address_given_on?: DateString | null;
  /** 退货信息真实：退货地址、联系人、电话是否真实、准确 / Whether these are true and accurate */
  address_true?: boolean | null;
  /** 限制退货方式：是否限制消费者的退货方式，例如只许用指定快递 / Whether the way of returning is limited, for instance to one carrier */
  way_limited?: boolean | null;
  /** 上门取货收费：是否有偿上门取货 / Whether the trader picks up for a fee */
  pickup_charged?: boolean | null;
  /** 上门取货同意：有偿上门取货是否征得消费者同意 / Whether the consumer agreed to the paid pick-up */
  pickup_agreed?: boolean | null;
  /** 退回日：经营者收到退回商品的日期；还没有收到填空 / Day the goods came back; null if not yet */
  goods_back_on?: DateString | null;
  /** 支付价款：消费者为退回的商品实际支出的价款，元 / What the consumer really paid for the goods returned, yuan */
  paid?: Money | null;
  /** 退款额：退还的金额，元 / Sum refunded, yuan */
  refunded?: Money | null;
  /** 退款扣除：扣下的各笔；没有则为空列表 / Sums kept back; [] if none */
  deductions?: RefundDeduction[] | null;
  /** 退款日：退款日；还没有退填空 / Day of the refund; null if not yet */
  refunded_on?: DateString | null;
  /** 原支付方式退款：是否按各种支付方式原路退款 / Whether the refund goes back the way it was paid */
  same_method?: boolean | null;
  /** 同意其他方式：消费者是否明确同意或者约定其他退款方式 / Whether the consumer expressly agreed to another way */
  other_method_agreed?: boolean | null;
  /** 使用积分券：是否用积分、代金券、优惠券等支付 / Whether points, vouchers or coupons were used to pay */
  vouchers_used?: boolean | null;
  /** 积分券退还：是否以相应形式返还 / Whether they were given back in kind */
  vouchers_returned?: boolean | null;
  /** 积分券另有约定：对积分、券的使用和返还是否有约定 / Whether their use and return were agreed */
  vouchers_agreed?: boolean | null;
  /** 信用卡支付：是否用信用卡支付 / Whether paid by credit card */
  paid_by_card?: boolean | null;
  /** 部分退货：是否只退套装、满减订单中的部分商品 / Whether only part of a bundle or threshold order goes back */
  partial_return?: boolean | null;
  /** 免运费条件失去：退货后是否不再满足免运费活动的条件 / Whether, after the return, the condition of free delivery is no longer met */
  free_freight_lost?: boolean | null;
  /** 运费约定：双方约定的退货运费承担方；没有约定填空 / Who pays the return freight under the agreement; null if none */
  freight_agreed?: FreightBearer | null;
  /** 分次退款：是否分次退款 / Whether the refund is paid in parts */
  paid_in_parts?: boolean | null;
  /** 凭证价格：发票等购货凭证或者服务单据上的价格，元 / Price on invoice or receipt, yuan */
  price_on_receipt?: Money | null;
  /** 实付价可证明：凭证价格与实付价格不同时，经营者能否证明实付价格 / Where the receipt shows another price, whether the trader proves what was paid */
  price_paid_proved?: boolean | null;
  /** 质量不合格：商品是否不符合质量要求 / Whether the goods are faulty */
  is_faulty?: boolean | null;
  /** 行政认定不合格：是否经有关行政部门认定为不合格 / Whether an authority found the goods substandard */
  found_substandard?: boolean | null;
  /** 退货期届满日：国家规定或者约定的质量退货期最后一日；没有规定和约定填空 / Last day of a return for faults under state rules or agreement; null if there is none */
  return_until?: DateString | null;
  /** 符合解除条件：瑕疵是否严重到符合法定解除合同条件 / Whether the fault is grave enough to rescind the contract by law */
  may_rescind?: boolean | null;
  /** 运输费承担：因质量问题退换修的运输费由谁付 / Who pays freight where the goods are faulty */
  freight_paid_by?: FreightBearer | null;
  /** 耐用品或装修：是否为机动车、计算机、电视机、电冰箱、空调器、洗衣机等耐用商品或者装饰装修等服务 / Whether durables such as vehicles, computers, televisions, refrigerators, air conditioners, washing machines, or fitting-out services */
  is_durable?: boolean | null;
  /** 瑕疵发现日：发现瑕疵的日期 / Day the flaw was found */
  flaw_found_on?: DateString | null;
  /** 三包期：约定的退换修有效期限 / Agreed period of guarantee */
  guarantee?: string | null;
  /** 国家三包期：国家有关规定要求的最短期限；没有规定填空 / Shortest period under state rules; null if there is none */
  guarantee_by_rule?: string | null;
  /** 交付日：商品交付或者服务完结的日期 / Day of delivery, or of completion of the service */
  delivered_on?: DateString | null;
  /** 安装完成日：需要经营者另行安装的，安装完成日；不需要填空 / Day of installation by the trader; null if none is needed */
  installed_on?: DateString | null;
  /** 更换完成日：更换完成日；没有更换过填空 / Day an exchange was completed; null if none was made */
  exchanged_on?: DateString | null;
  /** 修理占用：修理占用的时间，按日写；没有修理写 0 日 / Time taken by repairs, in days; 0 days if none */
  repair_time?: string | null;
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
  /** 记录起算：选品记录的保存期从哪天起算 / The day from which selection records are kept */
  records_start?: RetentionStart | null;
  /** 留存抽查：抽查的记录 / Records that were looked at */
  retention_samples?: RetentionSample[] | null;
  /** 发现违法已处置：发现主播、签约账号违法违规的，是否及时处置并通报平台；没有发现填空 / Whether breaches of hosts and signed accounts were acted on and told to the platform; null if none were found */
  breaches_handled?: boolean | null;
  /** 协议内容齐备：与运营者的协议是否写明主播管理、内容管理、质量审核、消费者保护的义务 / Whether agreements with operators divide duties on hosts, content, quality and consumers */
  operator_contract_complete?: boolean | null;
  /** 配合监管：监管部门检查、调查时是否配合并如实提供数据；没有检查填空 / Whether it cooperates and gives true data when inspected; null if not inspected */
  cooperates?: boolean | null;
  /** 登记日：经营主体登记日；没有登记填空 / Day it was registered; null if not */
  registered_on?: DateString | null;
  /** 经营范围含分发：登记的经营范围是否含“互联网信息内容多渠道分发服务” / Whether the registered scope of business says 互联网信息内容多渠道分发服务 */
  scope_covers_distribution?: boolean | null;
  /** 须另行许可：是否从事互联网文化、网络表演经纪、网络出版、网络视听、新闻信息服务 / Whether it works in online culture, performance brokerage, publishing, audio-visual or news services */
  needs_permit?: boolean | null;
  /** 持有相应许可：是否取得相应许可且没有超越范围 / Whether it holds the permits and keeps within them */
  holds_permit?: boolean | null;
  /** 内容负责人：是否设立信息内容管理负责人 / Whether there is a person in charge of content */
  has_content_officer?: boolean | null;
  /** 内容团队：是否配备与业务规模相适应的内容管理团队 / Whether its content team fits the size of its business */
  has_content_team?: boolean | null;
  /** 内容人员应急规则：是否制定信息内容管理、人员管理、应急处置规则 / Whether there are rules on content, staff and emergencies */
  has_content_rules?: boolean | null;
  /** 出租后台账号：是否出租、出借后台管理账号 / Whether its management account is rented or lent out */
  lends_console_account?: boolean | null;
  /** 核实账号身份：签约时是否核实账号运营者身份 / Whether account holders are verified when signed */
  accounts_verified?: boolean | null;
  /** 协议写明内容责任：提供制作发布服务的，协议是否写明信息内容管理责任；不提供填空 / Where content is made or posted for accounts, whether contracts say who answers for it; null if it is not */
  contract_states_content_duty?: boolean | null;
  /** 法规宣传：是否对签约账号开展法规宣传、督促遵守 / Whether signed accounts are taught the law and held to it */
  teaches_law?: boolean | null;
  /** 协助违法信息：是否制作发布或者组织、教唆、协助签约账号发布违法信息 / Whether it makes, or moves accounts to make, unlawful content */
  aids_unlawful_content?: boolean | null;
  /** 编造人设营销：是否编造背景、情节、人设虚假营销 / Whether it markets by made-up persons and stories */
  stages_stories?: boolean | null;
  /** 流量造假：是否虚构关注、浏览、评分、消费金额等数据，或者批量发布同质内容 / Whether followers, views, ratings or spending are faked, or copies of content posted in bulk */
  fakes_traffic?: boolean | null;
  /** 推广问题商品：是否推广假冒伪劣、侵权、不安全的商品服务 / Whether it promotes fake, infringing or unsafe goods or services */
  promotes_bad_goods?: boolean | null;
  /** 损害未成年人牟利：是否以危害、影响未成年人身心健康或者贬低残疾人的方式牟利，或者放任 / Whether it profits from harm to minors or from demeaning the disabled, or lets accounts do so */
  profits_from_minors?: boolean | null;
  /** 炒作误导：是否炮制议题、拼接伪造、翻炒旧闻误导公众，或者炒作灾难案件 / Whether it misleads the public by staged topics, forged cuts or old news, or exploits disasters and crimes */
  distorts_news?: boolean | null;
  /** 煽动对立网暴：是否煽动群体对立、地域歧视，或者组织参与网络暴力 / Whether it stirs hostility between groups or takes part in online abuse */
  incites_hostility?: boolean | null;
  /** 宣扬不良价值：是否宣扬不良价值观、鼓吹低级趣味 / Whether it spreads harmful values or vulgarity */
  spreads_bad_values?: boolean | null;
  /** 内容管理缺位：是否没有履行对签约账号的信息安全管理义务 / Whether it neglects its duty to watch signed accounts' content */
  neglects_content_duty?: boolean | null;
  /** 签约主播：签约的主播 / Hosts it has signed */
  hosts?: Host[] | null;
  /** 选品机制：是否建立直播选品机制 / Whether goods are selected by set rules */
  has_selection_rules?: boolean | null;
  /** 纠错机制：是否建立纠错机制 / Whether there is a correction mechanism */
  has_correction?: boolean | null;
  /** 合规审核机制：是否建立合规审核机制 / Whether there is a compliance review */
  has_compliance_review?: boolean | null;
  /** 供应商执照盖章件：选品时是否收存供应商盖章的营业执照复印件 / Whether a stamped copy of the supplier's licence is held */
  stamped_licence_held?: boolean | null;
  /** 许可证书盖章件：须许可的，是否收存盖章的许可证书复印件；不须许可填空 / Whether a stamped copy of the permit is held; null if none is needed */
  stamped_permit_held?: boolean | null;
  /** 市场准入证书已查：属于市场准入审批的商品，是否查验准入批准证书；不属于填空 / Whether market-entry certificates were checked; null if the goods need none */
  market_entry_checked?: boolean | null;
  /** 招募文案：招募、刷单派单等公开文字 / Public words, for instance recruiting */
  recruiting_words?: Copy | null;
  /** 广告业务：机构的广告业务管理 / How the agency runs its advertising */
  advertising?: AdBusiness | null;
}

/** 进货查验记录 / Checks and records of purchases */
export interface PurchaseChecks {
  /** 查验证照：是否查验供货者的登记、许可证 / Whether suppliers' registration and permits are checked */
  licences_checked?: boolean | null;
  /** 查验合格证明：是否查验产品合格证明、注册备案情况和其他标识 / Whether proof of conformity, registration and marks are checked */
  conformity_checked?: boolean | null;
  /** 记录完整：是否如实完整记录并保存凭证 / Whether complete records and vouchers are kept */
  records_complete?: boolean | null;
  /** 期满后保存：记录自保质期、使用期限届满后保存的时间 / How long records are kept after the shelf life or period of use */
  kept_after_expiry?: string | null;
  /** 保存总时间：没有保质期、使用期限不足一年的，记录保存的时间；没有这类商品填空 / How long records are kept where there is no such period, or one of less than a year; null if there are no such goods */
  kept_in_total?: string | null;
}

/** 按保质期、使用期限计算的记录保存时间 / How long records are kept, counted from the end of a shelf life or period of use */
export interface RecordPeriod {
  /** 期满后保存：记录自保质期、使用期限届满后保存的时间；没有这样的商品填空 / How long after that period; null if no goods have one */
  kept_after_expiry?: string | null;
  /** 保存总时间：没有保质期、使用期限不足一年的，记录保存的时间；没有这类商品填空 / How long where there is no such period, or one of less than a year; null if there are no such goods */
  kept_in_total?: string | null;
}

/** 商品质量管理 / Management of the quality of goods */
export interface QualityManagement {
  /** 内部制度：是否建立内部产品质量管理制度 / Whether there are internal rules on product quality */
  has_rules?: boolean | null;
  /** 进货查验：一般商品的进货检查验收 / Checks of purchases of general goods */
  purchase_checks?: PurchaseChecks | null;
  /** 拒绝检查：是否拒绝、阻碍监督检查 / Whether inspections are refused or obstructed */
  refuses_inspection?: boolean | null;
  /** 负责三包：对质量问题是否负责修理、更换、退货、赔偿 / Whether defects are repaired, replaced, refunded */
  remedies_defects?: boolean | null;
}

/** 食品经营管理 / Management of a food business */
export interface FoodBusiness {
  /** 仅售农产品：是否只销售食用农产品 / Sells farm produce only */
  farm_produce_only?: boolean | null;
  /** 仅售预包装：食用农产品以外是否只销售预包装食品 / Sells prepackaged food only, farm produce apart */
  prepackaged_only?: boolean | null;
  /** 已备案：仅销售预包装食品的是否已备案 / Filed as a seller of prepackaged food only */
  is_filed?: boolean | null;
  /** 追溯体系：是否建立食品安全追溯体系 / Whether food can be traced */
  has_traceability?: boolean | null;
  /** 安全管理制度：企业是否建立食品安全管理制度和责任制 / Whether there are food safety rules and duties */
  has_safety_rules?: boolean | null;
  /** 安全管理人员：企业是否配备、培训、考核食品安全管理人员 / Whether food safety staff are appointed, trained and examined */
  has_safety_staff?: boolean | null;
  /** 定期自查：是否定期自查食品安全状况 / Whether food safety is checked regularly */
  has_self_checks?: boolean | null;
  /** 健康管理：接触直接入口食品的人员是否有健康证明 / Whether staff who touch ready-to-eat food hold health certificates */
  has_health_checks?: boolean | null;
  /** 进货查验：食品、食品添加剂的进货查验 / Checks of purchases of food and additives */
  purchase_checks?: PurchaseChecks | null;
  /** 农产品记录保存：食用农产品进货查验记录保存的时间 / How long purchase records of farm produce are kept */
  produce_records_kept?: string | null;
  /** 批发销售记录：从事批发的是否建立销售记录；不批发填空 / Whether wholesale is recorded; null if there is none */
  has_wholesale_records?: boolean | null;
  /** 批发记录保存：批发销售记录保存的时间；不批发填空 / How long wholesale is on record; null if there is none */
  wholesale_records_kept?: RecordPeriod | null;
  /** 定期查库存：是否定期检查库存，及时清理变质、过期食品 / Whether stock is checked and spoiled or expired food removed */
  stock_checked?: boolean | null;
  /** 问题食品隔离：变质、过期、回收的食品是否显著标示或者单独存放、销毁并记录 / Whether spoiled, expired and recalled food is marked or set apart, destroyed and recorded */
  bad_food_set_apart?: boolean | null;
  /** 散装贮存标明：贮存散装食品的位置是否标明名称、日期、保质期、生产者；没有散装食品填空 / Whether the place of loose food states name, date, shelf life, producer; null if none */
  loose_stock_marked?: boolean | null;
  /** 冷链保持：有温湿度要求的食品是否具备并有效运行冷链设备；没有这类食品填空 / Whether cold-chain equipment runs where needed; null if it is not needed */
  cold_chain_kept?: boolean | null;
  /** 承运方已审核：委托贮存、运输的，是否审核并监督受托方；不委托填空 / Whether carriers and warehouses are checked; null if none are used */
  carriers_checked?: boolean | null;
  /** 进口商：是否进口商 / Is an importer */
  is_importer?: boolean | null;
  /** 进口记录：进口和销售记录是否如实完整 / Whether imports and sales are recorded in full */
  has_import_records?: boolean | null;
  /** 境外审核：是否建立境外出口商、生产企业审核制度 / Whether foreign exporters and producers are audited */
  foreign_makers_audited?: boolean | null;
  /** 进口记录保存：进口商的进口和销售记录保存的时间 / How long an importer's records of imports and sales are kept */
  import_records_kept?: RecordPeriod | null;
  /** 进口商已备案：进口商是否已向出入境检验检疫部门备案 / Whether the importer is filed with the entry-exit inspection authority */
  importer_filed?: boolean | null;
  /** 进口检验合格：进口的食品是否报检、检验合格并随附合格证明 / Whether imports were declared, passed inspection and carry proof of conformity */
  imports_inspected?: boolean | null;
  /** 进口问题已召回：发现进口食品有问题后，是否立即停止进口、召回并报告；没有发现填空 / Whether, on finding imports unsound, imports stopped and goods were recalled, with a report; null if none were found */
  bad_imports_recalled?: boolean | null;
  /** 事故方案：企业是否制定食品安全事故处置方案 / Whether there is a plan for food incidents */
  has_incident_plan?: boolean | null;
  /** 事故已处置报告：发生食品安全事故后是否立即控制并及时报告；没有发生填空 / Whether an incident was contained and reported at once; null if there was none */
  incident_handled?: boolean | null;
  /** 拒绝检查：是否拒绝、阻挠食品安全监督检查或者事故调查，拒绝提供资料、样品 / Whether inspections or investigations of incidents are refused or obstructed, papers and samples included */
  refuses_inspection?: boolean | null;
  /** 聘用禁业人员：是否聘用被吊销许可证未满五年、因食品安全犯罪被判刑的人从事食品经营管理或者当食品安全管理人员 / Whether someone barred for a revoked permit (five years) or a food crime (for life) manages food trade or its safety */
  hires_barred_staff?: boolean | null;
  /** 报复举报人：企业是否以解除、变更劳动合同等方式打击报复举报人 / Whether staff who report are dismissed, moved or otherwise punished */
  retaliates?: boolean | null;
  /** 召回已报告：召回及处理情况是否报告主管部门；没有召回填空 / Whether recalls and what was done were reported; null if there were none */
  recall_reported?: boolean | null;
  /** 召回品不再流入：召回的食品是否防止再次流入市场；没有召回填空 / Whether recalled food is kept off the market; null if there were none */
  recalled_not_resold?: boolean | null;
}

/** 化妆品经营管理 / Management of a cosmetics business */
export interface CosmeticsBusiness {
  /** 进货查验：化妆品的进货查验 / Checks of purchases of cosmetics */
  purchase_checks?: PurchaseChecks | null;
  /** 期限不足一年：所售化妆品是否有使用期限不足一年的 / Whether some cosmetics have a period of use of less than a year */
  short_period?: boolean | null;
  /** 定期检查处理：是否定期检查并及时处理变质、超期的化妆品 / Whether spoiled and expired cosmetics are looked for and removed */
  stock_checked?: boolean | null;
  /** 聘用禁业人员：是否聘用被禁止从事化妆品生产经营活动的人员 / Whether someone barred from the cosmetics trade is employed */
  hires_barred_staff?: boolean | null;
  /** 配合反应调查：是否配合不良反应调查；没有调查填空 / Whether investigations of adverse reactions are supported; null if there were none */
  supports_investigations?: boolean | null;
  /** 拒绝检查：是否拒绝、阻碍化妆品监督检查或者隐瞒有关情况 / Whether inspections of cosmetics are refused, obstructed or deceived */
  refuses_inspection?: boolean | null;
  /** 不良反应报告：发现的不良反应是否报告；没有发现填空 / Whether adverse reactions found were reported; null if none */
  reactions_reported?: boolean | null;
  /** 进口商：是否进口商 / Is an importer */
  is_importer?: boolean | null;
  /** 进口审核：进口商是否审核注册备案和标准并记录 / Whether the importer checks registration and standards, with records */
  imports_checked?: boolean | null;
  /** 进口记录保存：进口商记录进口化妆品信息后保存的时间 / How long an importer keeps the records of imported cosmetics */
  import_records_kept?: RecordPeriod | null;
}

/** 药品网络销售管理 / Management of an online drug business */
export interface DrugBusiness {
  /** 有零售资质：是否取得药品零售资质（药品经营许可证零售） / Holds a licence for retail of medicine */
  has_retail_licence?: boolean | null;
  /** 面向个人：是否向个人销售药品 / Sells medicine to individuals */
  sells_to_individuals?: boolean | null;
  /** 许可证公示：首页或者主页面显著位置是否持续公示药品许可证 / Whether the drug licence is shown prominently and continuously */
  licence_shown?: boolean | null;
  /** 药师资格展示：零售企业是否展示药师等的资格认定信息 / Whether pharmacists' qualifications are shown */
  pharmacists_shown?: boolean | null;
  /** 公示更新工作日数：从信息变化到更新公示的工作日数；没有变化填空 / Working days from a change to its display; null if nothing changed */
  updated_workdays?: number | null;
}

/** 烟草制品零售管理 / Management of tobacco retail */
export interface TobaccoBusiness {
  /** 零售许可：是否持有烟草专卖零售许可证 / Holds a tobacco retail licence */
  has_retail_licence?: boolean | null;
  /** 批发许可：是否持有烟草专卖批发企业许可证 / Holds a tobacco wholesale licence */
  has_wholesale_licence?: boolean | null;
  /** 当地批发进货：是否从当地烟草专卖批发企业进货 / Whether bought from the local licensed wholesaler */
  bought_locally?: boolean | null;
  /** 超出许可地域：批发企业是否超出许可证的经营范围、地域范围批发 / Whether a wholesaler goes beyond the scope or area of its licence */
  outside_area?: boolean | null;
  /** 供货给无证者：是否向没有零售许可证的单位、个人供货 / Whether someone without a retail licence is supplied */
  supplies_unlicensed?: boolean | null;
  /** 自助售卖：电子烟是否用自动售货机等自助方式销售 / Whether e-cigarettes are sold by vending machine or other self-service */
  sold_by_machine?: boolean | null;
  /** 学校周边网点：是否在中小学、特殊教育学校、中职、专门学校、幼儿园周边设电子烟网点 / Whether e-cigarettes are sold at an outlet near schools or kindergartens */
  near_schools?: boolean | null;
  /** 排他经营：是否只经营某一品牌、排他性经营电子烟 / Whether e-cigarettes of one brand only are dealt in, to the exclusion of others */
  exclusive_dealing?: boolean | null;
  /** 经交易平台进货：电子烟是否通过全国统一的电子烟交易管理平台进货 / Whether e-cigarettes are bought on the national trading platform */
  bought_on_platform?: boolean | null;
  /** 一次销售条数：一次销售卷烟、雪茄烟的最多条数 / Most cartons sold at one time */
  most_cartons?: number | null;
}

/** 烟、酒、彩票不向未成年人销售 / No tobacco, alcohol or lottery tickets to minors */
export interface MinorSales {
  /** 设置标志：显著位置是否有不向未成年人销售的标志 / Whether a clear sign says that minors are not served */
  sign_shown?: boolean | null;
  /** 核验身份：难以判明是否未成年的是否要求出示身份证件 / Whether identity is asked for where age is in doubt */
  age_checked?: boolean | null;
  /** 向未成年人销售：是否向未成年人销售 / Whether sold to minors */
  sold_to_minors?: boolean | null;
}

/** 经营主体的信用信息 / Credit record of a trader */
export interface CreditRecord {
  /** 年报按期公示：最近一个六月三十日前是否公示上一年度年度报告；当年设立填空 / Whether the annual report was published by the last 30 June due; null if set up this year */
  annual_report_filed?: boolean | null;
  /** 年报载明网店：年度报告是否载明网站、网店的名称和网址 / Whether the report names the web site or shop and its address */
  report_names_shop?: boolean | null;
  /** 公示信息真实：公示的企业信息是否真实 / Whether what was published is true */
  publicity_true?: boolean | null;
  /** 列入失信日：列入严重违法失信名单的日期；没有列入填空 / Day of entry on the list of serious offenders; null if not on it */
  blacklisted_on?: DateString | null;
  /** 移出失信日：移出名单的日期；没有移出填空 / Day of removal from the list; null if not removed */
  removed_on?: DateString | null;
  /** 申请移出日：申请提前移出的日期；没有申请填空 / Day early removal was asked for; null if not */
  removal_requested_on?: DateString | null;
  /** 已履行处罚：是否自觉履行处罚决定的义务 / Whether the sanction was obeyed */
  sanction_obeyed?: boolean | null;
  /** 已消除影响：是否主动消除危害后果和不良影响 / Whether harm was repaired */
  harm_repaired?: boolean | null;
  /** 再受较重处罚：列入后是否再受较重行政处罚 / Whether gravely sanctioned again since */
  sanctioned_again?: boolean | null;
  /** 限制期未满：依法实施的管理措施期限是否尚未届满 / Whether a measure with a legal term is still running */
  restriction_running?: boolean | null;
  /** 移出材料真实：申请移出的资料是否真实 / Whether the papers for removal are true */
  removal_papers_true?: boolean | null;
}

/** 网络食品交易平台的管理 / Duties of a platform that carries food */
export interface FoodPlatform {
  /** 实名登记：是否对入网食品经营者实名登记并明确其责任 / Whether food traders are registered under real names, with their duties */
  registers_traders?: boolean | null;
  /** 审查许可：是否审查应当取得的许可证 / Whether permits are checked */
  checks_permits?: boolean | null;
  /** 制止报告：发现违法是否及时制止并立即报告；没有发现填空 / Whether breaches are stopped and reported at once; null if none */
  stops_and_reports?: boolean | null;
  /** 严重停服：发现严重违法是否立即停止服务；没有发现填空 / Whether service ends at once on a grave breach; null if none */
  ends_service?: boolean | null;
  /** 保存提供信息：是否保存登记和交易信息并按要求提供 / Whether registration and trade data are kept and handed over on request */
  keeps_and_gives_data?: boolean | null;
}

/** 化妆品电子商务平台的管理 / Duties of a platform that carries cosmetics */
export interface CosmeticsPlatform {
  /** 实名登记：是否实名登记、核验并建档 / Whether traders are registered, verified and filed */
  registers_traders?: boolean | null;
  /** 核验间隔：核验更新的间隔 / Interval between verifications */
  verification_interval?: string | null;
  /** 退出后保存：身份信息自退出平台之日起保存的时间 / How long identities are kept after a trader leaves */
  kept_after_exit?: string | null;
  /** 质量管理：是否设质量管理机构或者人员，并有检查、制止报告、投诉处理制度 / Whether there is quality staff, with rules on checks, reports and complaints */
  has_quality_staff?: boolean | null;
  /** 日常检查：是否日常检查平台内经营行为 / Whether traders are checked day by day */
  checks_daily?: boolean | null;
  /** 制止报告：发现违法是否及时制止并报告；没有发现填空 / Whether breaches are stopped and reported; null if none */
  stops_and_reports?: boolean | null;
  /** 严重停服：发现严重违法是否立即停止服务；没有发现填空 / Whether service ends at once on a grave breach; null if none */
  ends_service?: boolean | null;
  /** 为禁业者服务：是否向被禁止从事化妆品经营的人提供服务 / Whether barred persons are served */
  serves_barred?: boolean | null;
  /** 转交反应信息：不良反应、投诉信息是否记录转交，重大信息是否报告；没有收到填空 / Whether reactions and complaints are recorded, forwarded, and grave ones reported; null if none */
  forwards_reactions?: boolean | null;
  /** 配合提供信息：药监部门监督检查、案件调查要求提供信息的，是否协助、配合；没有要求填空 / Whether information is given when the drug authority asks for it in an inspection or a case; null if it has not asked */
  gives_information?: boolean | null;
}

/** 药品网络交易第三方平台的管理 / Duties of a platform that carries medicine */
export interface DrugPlatform {
  /** 质量管理体系：是否建立质量管理体系、部门、药学人员和配送管理制度 / Whether there is a quality system, department, pharmacists and rules on delivery */
  has_quality_system?: boolean | null;
  /** 审核资质：是否审核入驻企业资质 / Whether traders' qualifications are checked */
  checks_traders?: boolean | null;
  /** 检查展示信息：是否检查展示的药品信息并管理经营行为 / Whether displays are checked and dealings managed */
  checks_displays?: boolean | null;
  /** 保存记录：是否保存审核、检查记录和展示信息 / Whether checks and displays are recorded */
  keeps_records?: boolean | null;
  /** 公示信息：首页是否显著持续公示执照、许可备案、联系和投诉方式（或其链接） / Whether licence, permits, contact and complaints (or a link) are shown on the home page */
  shows_licences?: boolean | null;
  /** 核实电子处方：承接电子处方的，是否核实提供单位并签订协议；不承接填空 / Whether e-prescription providers are verified, with a contract; null if none */
  checks_e_prescriptions?: boolean | null;
  /** 严重停服：发现严重违法是否立即停止服务、停止展示；没有发现填空 / Whether service and display end at once on a grave breach; null if none */
  ends_service?: boolean | null;
  /** 展示撤销药品：是否展示注册证书已撤销、注销的药品 / Whether medicine with a revoked registration is shown */
  shows_revoked?: boolean | null;
}

/** 平台对未成年人的网络保护 / Protection of minors online */
export interface MinorsOnline {
  /** 监护人同意：处理不满十四周岁未成年人个人信息是否征得监护人同意；不处理填空 / Guardians' consent for data of children under 14; null if none are processed */
  guardian_consent?: boolean | null;
  /** 更正删除：未成年人、监护人要求更正、删除个人信息的，是否及时处理；没有要求填空 / Whether requests to correct or delete are met in time; null if none */
  corrects_and_deletes?: boolean | null;
  /** 提示私密信息：发现未成年人发布私密信息是否及时提示并保护；没有发现填空 / Whether minors who post private matters are warned and protected; null if none */
  warns_of_private_data?: boolean | null;
  /** 时间管理：是否有时间管理功能 / Time limits */
  has_time_limits?: boolean | null;
  /** 权限管理：是否有权限管理功能 / Limits of permissions */
  has_permission_limits?: boolean | null;
  /** 消费管理：是否有消费管理功能 / Limits of spending */
  has_spending_limits?: boolean | null;
  /** 未满十六开播账号：是否为未满十六周岁的人注册直播发布账号 / Host accounts for persons under 16 */
  hosts_under_16?: boolean | null;
  /** 开播认证同意：十六周岁以上未成年人注册直播发布账号，是否认证身份并征得监护人同意；没有填空 / Identity and guardian's consent for host accounts of minors over 16; null if none */
  host_consent?: boolean | null;
  /** 教学插广告：面向未成年人的在线教育是否插入游戏链接、推送广告；没有这类产品填空 / Whether online teaching of minors carries game links or ads; null if there is none */
  ads_in_teaching?: boolean | null;
}

/** 商品和服务的法律类目 / Goods and services as the law sorts them */
export type Category = "food" | "ordinary-food" | "prepackaged-food" | "farm-produce" | "fresh-food" | "food-additive" | "alcohol" | "infant-complementary-food" | "special-food" | "health-food" | "special-medical-food" | "disease-specific-formula" | "infant-medical-formula" | "infant-formula" | "infant-formula-stage-1" | "infant-formula-liquid" | "cosmetics" | "ordinary-cosmetics" | "toothpaste" | "special-cosmetics" | "hair-dye" | "hair-perm" | "whitening" | "sunscreen" | "anti-hair-loss" | "new-efficacy-cosmetics" | "drug" | "prescription-drug" | "otc-drug" | "otc-drug-a" | "otc-drug-b" | "tcm-material" | "controlled-drug" | "no-online-sale-drug" | "hospital-preparation" | "medical-device" | "class-1-device" | "class-2-device" | "class-3-device" | "tobacco" | "e-cigarette" | "apparel-textiles" | "apparel" | "intimate-apparel" | "shoes-bags" | "home-textiles" | "electronics" | "home-appliances" | "phones-computers" | "digital-accessories" | "mother-baby" | "toys" | "feeding-utensils" | "baby-care" | "home" | "furniture" | "daily-goods" | "disinfectant" | "jewellery" | "collectibles" | "sports" | "automotive" | "pet-supplies" | "plants" | "live-animals" | "books-media" | "books" | "periodicals" | "recordings-software" | "digital-goods" | "adult-products" | "agri-inputs" | "pesticide" | "veterinary-drug" | "feed" | "seeds-breeding" | "service" | "education" | "finance" | "investment" | "loan" | "insurance" | "franchise" | "real-estate" | "medical-service" | "medical-aesthetics" | "beauty-service" | "wellness-service" | "catering" | "travel" | "household-service" | "tutoring" | "prohibited-goods" | "weapons" | "explosives" | "narcotics" | "wildlife" | "forged-documents" | "spy-devices" | "obscene-goods" | "personal-data" | "gambling" | "other-prohibited";

/** 下单前告诉消费者的信息 / What the consumer is told before ordering */
export interface BuyerInformation {
  /** 告知地址：经营地址 / Business address */
  address?: boolean | null;
  /** 告知联系方式：联系方式 / Contact */
  contact?: boolean | null;
  /** 告知数量质量：商品、服务的数量和质量 / Quantity and quality */
  quantity_quality?: boolean | null;
  /** 告知价款：价款或者费用 / Price or fees */
  price?: boolean | null;
  /** 告知履行：履行期限和方式 / Time and way of performance */
  performance?: boolean | null;
  /** 告知风险：安全注意事项和风险警示 / Safety notes and warnings of risk */
  risks?: boolean | null;
  /** 告知售后：售后服务 / After-sales service */
  after_sales?: boolean | null;
  /** 告知责任：民事责任 / Civil liability */
  liability?: boolean | null;
}

/** 发现商品有缺陷、危及人身财产安全之后 / After a dangerous defect was found */
export interface Defect {
  /** 报告部门：是否立即报告主管部门 / Whether reported to the authority at once */
  reported?: boolean | null;
  /** 告知消费者：是否立即告知消费者 / Whether consumers were told at once */
  consumers_told?: boolean | null;
  /** 停止销售：是否停止销售，并采取警示、召回、无害化处理、销毁等必要措施 / Whether selling stopped, with the warnings, recall, treatment or destruction that are needed */
  sale_stopped?: boolean | null;
  /** 召回：是否采取召回措施 / Whether the goods are recalled */
  is_recalled?: boolean | null;
  /** 承担召回费用：是否承担消费者因召回支出的必要费用 / Whether consumers' costs of the recall are borne */
  bears_costs?: boolean | null;
  /** 生产进口者：是否为生产或者进口商品的经营者 / Whether the trader produces or imports the goods */
  is_producer?: boolean | null;
  /** 召回计划：是否制定召回计划 / Whether there is a recall plan */
  recall_plan?: boolean | null;
  /** 召回信息发布：是否发布召回信息并告知消费者权利 / Whether the recall is published, with consumers' rights */
  recall_published?: boolean | null;
  /** 召回记录：是否保存完整的召回记录 / Whether complete records of the recall are kept */
  recall_records?: boolean | null;
  /** 协助召回：销售等相关经营者是否协助、配合召回 / Whether sellers and others assist the recall */
  assists_recall?: boolean | null;
  /** 拒不执行责令：是否拒绝或者拖延执行停售、警示、召回等责令；没有责令填空 / Whether an order to stop, warn or recall is refused or delayed; null if there is none */
  defies_order?: boolean | null;
}

/** 公开作出的一项承诺 / A promise made in public */
export interface Promise {
  /** 承诺内容：承诺的内容，如“假一赔十”“三十天价保” / What is promised */
  content?: string | null;
  /** 承诺已到履行：是否有消费者按承诺提出要求 / Whether a consumer has called on it */
  is_due?: boolean | null;
  /** 承诺已履行：是否已履行 / Whether it was kept */
  is_kept?: boolean | null;
}

/** 由其他经营者实际提供的，该经营者的信息 / Who really provides, where it is another trader */
export interface ActualProvider {
  /** 提供者名称：名称 / Name */
  name?: string | null;
  /** 提供者地址：经营地址 / Business address */
  address?: string | null;
  /** 提供者联系方式：联系方式 / Contact */
  contact?: string | null;
}

/** 以预收款方式提供商品、服务 / Goods or services paid in advance */
export interface Prepayment {
  /** 书面合同：是否订立书面合同 / Whether there is a written contract */
  written_contract?: boolean | null;
  /** 约定内容价款：合同是否约定具体内容、价款或者费用 / Whether it sets out content and price */
  terms_content_price?: boolean | null;
  /** 约定退还：合同是否约定预付款退还方式 / Whether it sets out how money is returned */
  terms_refund?: boolean | null;
  /** 约定违约责任：合同是否约定违约责任 / Whether it sets out liability for breach */
  terms_liability?: boolean | null;
  /** 降质加价：收款后是否降低质量或者任意加价 / Whether quality was lowered or the price raised afterwards */
  lowers_or_raises?: boolean | null;
  /** 未按约提供：是否没有按约定提供 / Whether performance was not as agreed */
  not_as_agreed?: boolean | null;
  /** 按要求履行退款：是否按消费者要求履行约定或者退回预付款 / Whether, as the consumer asked, it was performed or money returned */
  performed_or_refunded?: boolean | null;
  /** 承担利息费用：是否承担利息和消费者必须支付的合理费用 / Whether interest and reasonable costs were paid */
  interest_paid?: boolean | null;
  /** 重大经营风险：是否出现可能影响正常提供的重大经营风险 / Whether the business is at grave risk */
  at_risk?: boolean | null;
  /** 停止收取：出现风险后是否停止收取 / Whether no more was taken after that */
  stopped_taking?: boolean | null;
  /** 停业迁移：是否决定停业或者迁移服务场所 / Whether it closes or moves */
  closing_or_moving?: boolean | null;
  /** 停业告知：是否提前告知消费者 / Whether consumers were told beforehand */
  closing_told?: boolean | null;
  /** 要求余额：消费者是否要求继续履行或者退还余额 / Whether the consumer asks for performance or the balance */
  balance_asked?: boolean | null;
  /** 余额退还：是否继续履行或者退还余额 / Whether it was performed or the balance returned */
  balance_settled?: boolean | null;
}

/** 迁移服务场所 / Moving the place of service */
export interface Moving {
  /** 迁移日：迁移日 / Day of the move */
  moves_on?: DateString | null;
  /** 公告起：开始公告的日期；没有公告填空 / First day of the notice; null if none */
  notice_from?: DateString | null;
  /** 公告醒目：是否在经营场所、网站、网店首页等醒目位置公告 / Whether the notice is prominent at the premises, on the site or the shop's home page */
  prominent?: boolean | null;
  /** 公告联系方式：公告是否写明有效联系方式 / Whether the notice states a valid contact */
  contact_stated?: boolean | null;
}

/** 平台的七日无理由退货制度 / A platform's arrangements for returns */
export interface ReturnSystem {
  /** 退货协议：是否与商家订立协议明确退货的权利、义务和责任 / Whether agreements with traders set out rights, duties and liability */
  agreement?: boolean | null;
  /** 退货规则公示：首页显著位置是否持续公示退货规则和配套制度 / Whether the rules are shown prominently and continuously on the home page */
  rules_shown?: boolean | null;
  /** 退货规则可下载：能否便利、完整阅览和下载 / Whether they can be read in full and downloaded */
  rules_downloadable?: boolean | null;
  /** 技术保障：是否提供技术保障 / Whether technical support is given */
  technical_support?: boolean | null;
  /** 检查监控：是否建立检查监控制度 / Whether traders' compliance is checked */
  monitored?: boolean | null;
  /** 制止报告：发现违法的是否及时制止并报告；没有发现填空 / Whether breaches are stopped and reported; null if none were found */
  stops_and_reports?: boolean | null;
  /** 纠纷制度：是否建立消费纠纷和解和维权自律制度 / Whether there are rules for settling disputes */
  dispute_rules?: boolean | null;
  /** 应求调解：消费者要求调解的是否调解；没有要求填空 / Whether it mediates on request; null if not asked */
  mediates?: boolean | null;
  /** 提供商家信息：消费者维权时是否提供商家真实名称、地址、有效联系方式；没有要求填空 / Whether name, address and contact of the trader are given to a consumer who claims; null if not asked */
  identifies_traders?: boolean | null;
}

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

/** 价格由谁定 / Who sets the price */
export type PricingRegime = "market-price-regime" | "government-guided-price" | "government-set-price";

/** 低于成本销售的原因 / Why goods are sold below cost */
export type ClearanceReason = "clears-fresh-goods" | "clears-seasonal-goods" | "clears-overstock" | "no-clearance-reason";

/** 对条件相同者给不同条件的理由 / Why equals get unequal terms */
export type UnequalTermsReason = "needs-and-custom" | "new-user-offer" | "random-under-rules" | "no-reason-for-unequal-terms";

/** 奖品的形式 / What a prize is */
export type PrizeForm = "cash-prize" | "goods-prize" | "use-or-service-prize" | "virtual-prize" | "reduction-prize" | "ticket-prize" | "employment-prize" | "voucher-prize" | "other-prize";

/** 平台发现的平台内经营者违规 / Breaches by traders that a platform finds */
export type BreachOnPlatform = "unfair-competition-breach" | "price-breach" | "joint-promotion-breach" | "other-breach";

/** 附条件的价格 / A price under a condition */
export interface ConditionalPrice {
  /** 交易条件：会员、满减、拼团、预付等条件 / Membership, quantity, group buying, prepayment … */
  condition?: Copy | null;
  /** 条件价：符合条件时的价格，元 / Price under it, yuan */
  price?: Money | null;
  /** 条件已标明：条件是否与价格一并标明 / Whether condition and price are shown together */
  shown?: boolean | null;
}

/** 一天的标价 / The marked price on a day */
export interface PricePoint {
  /** 标价日：日期 / Day */
  day?: DateString | null;
  /** 当日标价：当日标价，元 / Marked price, yuan */
  marked?: Money | null;
}

/** 标价的方式和附带条件 / How a price is marked, and under what conditions */
export interface PriceMarking {
  /** 标价醒目：标价是否醒目、对应所标的商品 / Whether the price is plain and stands with what it is for */
  prominent?: boolean | null;
  /** 标价已调整：价格变动后是否及时调整标价；没有变动填空 / Whether the mark followed a change of price; null if there was none */
  updated_after_change?: boolean | null;
  /** 数字人民币标价：是否用阿拉伯数字标明人民币金额 / Whether marked in Arabic numerals, in yuan */
  in_yuan_numerals?: boolean | null;
  /** 规范汉字标示：其他价格信息是否使用规范汉字 / Whether other price information is in standard characters */
  in_standard_characters?: boolean | null;
  /** 条件价格列表：不同交易条件的价格；没有则为空列表 / Prices under conditions; [] if none */
  conditional_prices?: ConditionalPrice[] | null;
  /** 首页价：首页、搜索结果、商品卡片等显著位置标示的价格，元 / Price shown on the front page, in results or on the product card, yuan */
  front_price?: Money | null;
  /** 不利条件弱化：对买家不利的价格条件是否没有标示或者显著弱化 / Whether terms that disadvantage buyers are hidden or played down */
  adverse_terms_weakened?: boolean | null;
}

/** 折价、比较的依据 / What a reduction or comparison rests on */
export interface PriceReduction {
  /** 被比较价属实：所说明的被比较价格是否真实准确 / Whether the compared price is true as described */
  compared_price_true?: boolean | null;
  /** 建议零售价标明：是否标明被比较价格为厂商建议零售价 / Whether it is named as the maker's suggested price */
  suggested_price_named?: boolean | null;
  /** 建议零售价已更新：建议零售价变动后是否立即更新；没有变动填空 / Whether it was updated when the maker changed it; null if it was not changed */
  suggested_price_current?: boolean | null;
  /** 折扣基准价：折价、减价的计算基准，元 / The price that the reduction is counted from, yuan */
  discount_base_price?: Money | null;
  /** 标示折数：标示的折数，八折填 8，八八折填 8.8 / Price in tenths of the base: 8 for 20 % off */
  discount_tenths?: number | string | null;
  /** 临时提价：折价、减价前是否临时显著提高标价作为基准 / Whether the price was markedly raised shortly before, to serve as base */
  raised_before_discount?: boolean | null;
  /** 提价理由：提价的理由；没有提价或者没有理由填空 / Reason of the rise; null if none */
  raise_reason?: string | null;
  /** 标价历史：促销前的标价记录 / Marked prices before the promotion */
  price_history?: PricePoint[] | null;
}

/** 定价的依据 / What a price rests on */
export interface PriceBasis {
  /** 定价方式：价格由谁定 / Who sets the price */
  regime?: PricingRegime | null;
  /** 政府定价额：政府定价，元 / The price set by the state, yuan */
  government_price?: Money | null;
  /** 指导价上限：政府指导价的上限，元 / Upper end of the guided range, yuan */
  guided_max?: Money | null;
  /** 指导价下限：政府指导价的下限，元；没有填空 / Lower end, yuan; null if none */
  guided_min?: Money | null;
  /** 干预限价：价格干预、紧急措施规定的最高价，元；没有填空 / Cap under intervention or emergency measures, yuan; null if none */
  price_cap?: Money | null;
  /** 单位成本：单位成本，元 / Cost of a unit, yuan */
  unit_cost?: Money | null;
  /** 排挤目的：低价是否为了排挤对手、独占市场 / Whether the low price is to drive rivals out */
  to_drive_rivals_out?: boolean | null;
  /** 降价处理：低于成本销售的原因 / Why it is sold below cost */
  clearance?: ClearanceReason | null;
  /** 应急物资：是否突发事件期间的应急物资、重要民生商品 / Whether emergency supplies or essential goods during an emergency */
  emergency_supply?: boolean | null;
  /** 价格涨幅：突发事件期间价格上涨的幅度；没有上涨填 0 / Rise of the price during it; 0 if none */
  price_rise?: number | string | null;
  /** 成本涨幅：同期成本上涨的幅度；没有上涨填 0 / Rise of the cost over the same time; 0 if none */
  cost_rise?: number | string | null;
  /** 不合理运费：是否不合理大幅提高运费或者收取其他不合理费用 / Whether freight was unduly raised or other undue fees charged */
  freight_raised_unduly?: boolean | null;
}

/** 随商品有偿提供的服务 / A paid service that goes with the goods */
export interface AddedService {
  /** 服务名：配送、搬运、安装、调试等 / Delivery, carrying, installing … */
  name?: string | null;
  /** 服务收费：收费，元；没有固定数额填空 / Fee, yuan; null if not a fixed sum */
  price?: Money | null;
  /** 服务计价方法：计价方法 / How it is charged */
  charging_method?: string | null;
  /** 服务已标价：收费或者计价方法是否已标明 / Whether fee or method is shown */
  marked?: boolean | null;
  /** 他人提供：是否由他人提供 / Whether another trader provides it */
  by_others?: boolean | null;
  /** 他人提供已区分：由他人提供是否显著标明 / Whether that is clearly shown */
  by_others_shown?: boolean | null;
}

/** 页面提到的奖项、称号 / An award or title that the page mentions */
export interface Honour {
  /** 荣誉名称：名称 / Name */
  name?: Copy | null;
  /** 颁发机构：颁发机构 / Who awarded it */
  awarded_by?: string | null;
  /** 荣誉属实：是否确由该机构颁给所说的对象 / Whether it was awarded by that body to what is named */
  is_true?: boolean | null;
  /** 荣誉有效：是否仍然有效 / Whether it still holds */
  in_force?: boolean | null;
}

/** 评价和数据的展示、标识、等级、荣誉 / Display of reviews and figures, signs, grades, honours */
export interface FairDealing {
  /** 互动奖励：是否以返现、红包、卡券利诱指定点赞、定向投票等互动 / Whether set likes, votes or the like are bought */
  interaction_reward?: boolean | null;
  /** 流量数据真实：收藏、点击、关注、观看、投票等数据是否真实 / Whether figures of saves, clicks, followers, views and votes are genuine */
  traffic_genuine?: boolean | null;
  /** 抬高等级：是否抬高商品、服务的等级 / Whether the grade is overstated */
  grade_inflated?: boolean | null;
  /** 使用他人标识：商品名称、包装、装潢是否与他人有一定影响的相同或者近似 / Whether name, packaging or get-up is like another's of some influence */
  uses_others_signs?: boolean | null;
  /** 关键词用他人标识：是否把他人的名称、商标设为搜索关键词 / Whether others' names or marks are set as search keywords */
  uses_others_keywords?: boolean | null;
  /** 荣誉列表：页面提到的奖项、称号 / Awards and titles mentioned */
  honours?: Honour[] | null;
}

/** 一次积分、礼券、兑换券、代金券的使用 / A coupon, voucher or points put to use */
export interface CouponUse {
  /** 券名：名称 / Name */
  name?: string | null;
  /** 约定折抵额：按约定应折抵的金额，元 / What it counts for as agreed, yuan */
  agreed_value?: Money | null;
  /** 实际折抵额：实际折抵的金额，元 / What it was counted for, yuan */
  actual_value?: Money | null;
  /** 符合使用条件：是否符合公开的使用条件 / Whether the published conditions were met */
  conditions_met?: boolean | null;
}

/** 先消费后结算的清单 / The bill for what was consumed */
export interface Bill {
  /** 结算前出具：是否在结算前出具 / Whether given before settling */
  before_settling?: boolean | null;
  /** 列明项目：是否列明消费的项目 / Whether items are listed */
  items_listed?: boolean | null;
  /** 列明单价：是否列明各项价格 / Whether their prices are listed */
  prices_listed?: boolean | null;
  /** 列明总额：是否列明总收费金额 / Whether the total is stated */
  total_listed?: boolean | null;
}

/** 对价格、优惠的一次承诺 / A promise about a price or benefit */
export interface PricePromise {
  /** 承诺内容：承诺的内容 / What was promised */
  words?: Copy | null;
  /** 承诺已履行：是否完全履行 / Whether fully kept */
  kept?: boolean | null;
}

/** 一笔多收的价款 / An overcharge */
export interface Overcharge {
  /** 多收金额：金额，元 / Amount, yuan */
  amount?: Money | null;
  /** 多收已退：是否已退还 / Whether paid back */
  refunded?: boolean | null;
}

/** 经营者的价格管理和价格行为 / How a trader manages and sets prices */
export interface PriceConduct {
  /** 内部价格制度：是否建立内部价格管理制度 / Whether internal price rules exist */
  has_price_rules?: boolean | null;
  /** 成本记录真实：成本记录是否准确 / Whether cost records are accurate */
  cost_records_true?: boolean | null;
  /** 串通定价：是否与他人串通操纵价格 / Whether prices are fixed with others */
  colludes?: boolean | null;
  /** 不实涨价信息：是否捏造、散布涨价信息或者以囤积等手段哄抬 / Whether it makes up news of rises, hoards or drives prices up */
  spreads_false_rises?: boolean | null;
  /** 歧视其他经营者：是否对同等交易条件的其他经营者给不同价格 / Whether traders on equal terms pay unequal prices */
  discriminates_traders?: boolean | null;
  /** 检查资料真实：价格检查时是否如实提供资料；没有检查填空 / Whether inspectors got true papers; null if there was no inspection */
  true_papers_for_inspection?: boolean | null;
  /** 成本调查如实：定价的成本调查时是否如实反映、提供账簿文件；没有调查填空 / Whether a cost survey got true books and papers; null if there was none */
  true_in_cost_surveys?: boolean | null;
  /** 停业令已执行：被责令暂停相关营业的是否停止；没有责令填空 / Whether trade ordered to stop was stopped; null if none was */
  stop_order_obeyed?: boolean | null;
  /** 动了登记物：是否转移、隐匿、销毁先行登记保存的财物；没有登记填空 / Whether things registered as evidence were moved, hidden or destroyed; null if there are none */
  moves_registered_goods?: boolean | null;
  /** 多收价款列表：多收的价款；没有则为空列表 / Overcharges; [] if none */
  overcharges?: Overcharge[] | null;
  /** 价格承诺列表：到期应履行的价格、优惠承诺；没有则为空列表 / Promises due; [] if none */
  promises?: PricePromise[] | null;
}

/** 经营者的竞争行为 / How a trader competes */
export interface Competition {
  /** 使用他人标识：店名、头像、域名、页面、装潢等是否与他人有一定影响的标识相同或者近似 / Whether name, icon, domain, page or get-up is like a sign of some influence that is another's */
  uses_others_signs?: boolean | null;
  /** 关键词用他人标识：是否把他人的名称、商标设为搜索关键词 / Whether others' names or marks are set as search keywords */
  uses_others_keywords?: boolean | null;
  /** 贿赂他人：是否给予财物换取交易机会、流量、排名、跟帖优势 / Whether it pays for deals, traffic, rankings or comments */
  bribes?: boolean | null;
  /** 佣金如实入账：折扣、佣金是否明示并如实入账；没有填空 / Whether discounts and commissions are open and booked truly; null if none */
  commissions_booked?: boolean | null;
  /** 恶意交易退货：是否自己或者指使他人对同行批量下单不付款、退货、刷单、恶意评价 / Whether it orders without paying, returns, brushes or reviews maliciously at a rival's, or has others do so */
  malicious_trades?: boolean | null;
  /** 传播不实警告：是否传播内容虚假、误导的风险提示、告客户书、警告函、举报信 / Whether it spreads false warnings, letters or reports about rivals */
  spreads_false_warnings?: boolean | null;
  /** 差别交易条件：是否用技术手段对条件相同的交易相对方给不同条件 / Whether equals get unequal terms by technical means */
  unequal_terms?: boolean | null;
  /** 差别理由：给不同条件的理由 / Why */
  unequal_terms_reason?: UnequalTermsReason | null;
  /** 调查资料真实：不正当竞争调查时是否如实提供资料；没有调查填空 / Whether an inquiry got true papers; null if there was none */
  true_papers_in_inquiry?: boolean | null;
  /** 滥用优势欠款：大型企业是否滥用优势地位，要求中小企业接受明显不合理的付款期限、方式、条件和违约责任，拖欠账款 / Whether, as a large firm, it makes small and medium firms take plainly unreasonable terms of payment and owes them money */
  abuses_strength?: boolean | null;
}

/** 有奖销售前公布的信息 / What is published before a prize sale */
export interface PrizeNotice {
  /** 奖项种类公布：奖项种类 / Grades of prizes */
  grades?: boolean | null;
  /** 参与条件公布：参与条件 / Who may take part */
  entry_conditions?: boolean | null;
  /** 参与方式公布：参与方式 / How to take part */
  entry_method?: boolean | null;
  /** 开奖时间公布：开奖时间 / When it is drawn */
  draw_time?: boolean | null;
  /** 开奖方式公布：开奖方式 / How it is drawn */
  draw_method?: boolean | null;
  /** 奖金或者价格公布：奖金金额或者奖品价格 / Amount of money or price of the prize */
  prize_value?: boolean | null;
  /** 奖品品名公布：奖品品名 / Name of the prize */
  prize_name?: boolean | null;
  /** 奖品种类公布：奖品种类 / Kind of prize */
  prize_kind?: boolean | null;
  /** 奖品数量公布：奖品数量 / Number of prizes */
  prize_quantity?: boolean | null;
  /** 概率公布：中奖概率 / Odds */
  odds?: boolean | null;
  /** 兑奖时间公布：兑奖时间 / When to claim */
  claim_time?: boolean | null;
  /** 兑奖条件公布：兑奖条件 / Conditions of claiming */
  claim_conditions?: boolean | null;
  /** 兑奖方式公布：兑奖方式 / How to claim */
  claim_method?: boolean | null;
  /** 交付方式公布：奖品交付方式 / How prizes are handed over */
  delivery_method?: boolean | null;
  /** 弃奖条件公布：弃奖条件 / When a prize is forfeited */
  forfeit_conditions?: boolean | null;
  /** 主办方公布：主办方及其联系方式 / Organiser and contact */
  organiser?: boolean | null;
}

/** 一个奖项 / A prize */
export interface Prize {
  /** 奖项名：奖项、奖品名称 / Name */
  name?: Copy | null;
  /** 形式：奖品的形式 / Form */
  form?: PrizeForm | null;
  /** 份数：份数 / Number */
  quantity?: number | null;
  /** 单份金额：一份的金额，元：现金按面额；物品、使用权、服务、虚拟物品按同期市场价；优惠按折算利益；薪金按总额 / One prize, yuan: cash as it stands; goods, use, service, virtual goods at market price; reductions at what they save; pay in total */
  value?: Money | null;
  /** 累计金额：同一奖券或者一次购买有多次获奖机会的，可累计获得的金额，元；没有填空 / What several chances of one ticket or purchase add up to, yuan; null if there is one chance */
  cumulative_value?: Money | null;
  /** 可能最高奖额：奖品是彩票、抽奖券的，可能的最高奖额，元；不是填空 / For tickets, their highest possible prize, yuan; null otherwise */
  highest_possible?: Money | null;
  /** 使用规则公布：奖品是券、积分的，兑换规则、范围、有效期和限制是否公布 / For coupons and points, whether rules, range, validity and limits are published */
  rules_shown?: boolean | null;
  /** 向他人兑换：是否要向其他经营者兑换 / Whether another trader redeems it */
  redeemed_elsewhere?: boolean | null;
  /** 他人信息公布：其他经营者的名称、兑换地点或者途径是否公布 / Whether that trader's name and place or way are published */
  redeemer_shown?: boolean | null;
}

/** 有奖销售的进行 / How a prize sale is run */
export interface PrizeSale {
  /** 公布信息：事先公布的信息 / What was published beforehand */
  notice?: PrizeNotice | null;
  /** 奖项列表：各奖项 / The prizes */
  prizes?: Prize[] | null;
  /** 公布后变更：公布后是否变更、附加条件或者影响兑奖 / Whether anything was changed or added after publication, or claims were hindered */
  changed_after_notice?: boolean | null;
  /** 变更有利消费者：变更是否只对消费者更有利 / Whether the change only favours the buyers */
  change_favours_buyers?: boolean | null;
  /** 有现场即开：是否现场即时开奖 / Whether drawn on the spot */
  drawn_on_the_spot?: boolean | null;
  /** 即开结果公示：超过五百元奖项的兑奖情况是否随时公示；没有这样的奖项填空 / Whether claims of prizes over 500 yuan are shown at once; null if there are none */
  spot_results_shown?: boolean | null;
  /** 虚构奖项：奖项、奖品、奖金是否虚构 / Whether prizes are made up */
  made_up_prizes?: boolean | null;
  /** 仅特定区域投放：是否只在活动范围中的特定区域投放 / Whether placed in some areas only */
  some_areas_only?: boolean | null;
  /** 未全部投放：带中奖标志的商品、奖券是否未投放或者未全部投放 / Whether winning goods or tickets were withheld */
  not_all_placed?: boolean | null;
  /** 分时投放：不同奖的商品、奖券是否按不同时间投放 / Whether different prizes were placed at different times */
  placed_by_time?: boolean | null;
  /** 按明示兑奖：是否按明示的信息兑奖；尚未到兑奖时间填空 / Whether prizes are given as announced; null if not yet due */
  paid_as_announced?: boolean | null;
  /** 档案完整：规则、公示、兑奖结果、获奖人员的档案是否如实完整 / Whether files of rules, notices, claims and winners are true and complete */
  files_complete?: boolean | null;
}

/** 平台统一组织的一次促销 / A promotion organised by the platform */
export interface JointPromotion {
  /** 促销方案：是否制定方案 / Whether there is a plan */
  has_plan?: boolean | null;
  /** 促销规则公示：是否公示规则 / Whether rules are published */
  rules_shown?: boolean | null;
  /** 促销期限公示：是否公示期限 / Whether the period is published */
  period_shown?: boolean | null;
  /** 限制条件公示：是否公示对消费者不利的限制条件 / Whether limits that disadvantage consumers are published */
  limits_shown?: boolean | null;
  /** 提示注意事项：是否向平台内经营者提示注意事项 / Whether traders were advised */
  traders_advised?: boolean | null;
}

/** 平台发现的一件违规 / A breach that the platform found */
export interface BreachHandling {
  /** 违规种类：种类 / Kind */
  kind?: BreachOnPlatform | null;
  /** 已采取措施：是否采取必要处置措施 / Whether measures were taken */
  acted?: boolean | null;
  /** 处置记录保存：记录自作出处置之日起计划保存的时间；没有留记录填空 / How long records are kept from the measure; null if none are */
  records_kept?: string | null;
  /** 已向部门报告：是否按规定向主管部门报告 / Whether reported to the authority */
  reported?: boolean | null;
  /** 已协助查处：是否协助查处；没有要求填空 / Whether it helped the authority; null if not asked */
  helped_authority?: boolean | null;
}

/** 平台的公平竞争和价格管理 / How a platform keeps competition and prices fair */
export interface PlatformFairness {
  /** 公平竞争规则：协议和规则是否明确平台内公平竞争规则 / Whether agreement and rules set out fair competition on the platform */
  has_fair_rules?: boolean | null;
  /** 竞争举报机制：是否建立不正当竞争举报投诉和纠纷处置机制 / Whether unfair competition can be reported and disputes settled */
  has_reports_and_disputes?: boolean | null;
  /** 违规处置列表：发现的违规；没有则为空列表 / Breaches found; [] if none */
  breaches?: BreachHandling[] | null;
  /** 帮助混淆：是否明知他人混淆仍提供经营场所等便利 / Whether it knowingly gives others a place for confusion */
  aids_confusion?: boolean | null;
  /** 参与诋毁：是否故意与经营者共同散布损害他人商誉的虚假信息 / Whether it joins traders in spreading false statements about others */
  joins_in_disparagement?: boolean | null;
  /** 变相强制低价：是否以平台规则以外的方式（自动跟价、扣流量、人员要求等）变相强制经营者低于成本销售 / Whether, apart from its rules, traders are made to sell below cost by automatic matching, traffic or staff */
  forces_low_prices_otherwise?: boolean | null;
  /** 变相强制促销：是否以平台规则以外的方式（默认报名、扣流量、人员要求等）变相强制参加价格促销 / Whether, apart from its rules, traders are made to join price promotions by default entry, traffic or staff */
  forces_promotions_otherwise?: boolean | null;
  /** 干扰他人交易：是否以限流、屏蔽、降权、下架干扰他人之间的正常交易 / Whether it throttles, blocks, demotes or delists to disturb others' trade */
  disturbs_trades?: boolean | null;
  /** 限制经营选择：是否限制交易对象、区域、时间、参加促销，影响他人经营选择 / Whether it limits partners, areas, times or promotions */
  limits_choices?: boolean | null;
  /** 滥用数据流量：是否无正当理由利用数据、流量优势屏蔽第三方信息、干扰展示顺序 / Whether it abuses data or traffic to block others' information or reorder results */
  abuses_data?: boolean | null;
  /** 强制排他协议：是否强制经营者签订排他性协议 / Whether traders are made to sign exclusive agreements */
  forces_exclusive_agreements?: boolean | null;
  /** 限制价格对象：是否不合理限制价格、销售对象、区域、时间 / Whether prices, buyers, areas or times are unreasonably limited */
  limits_prices_or_buyers?: boolean | null;
  /** 不合理扣减：是否不合理扣保证金，削减补贴、优惠、流量 / Whether deposits are docked or subsidies and traffic cut unreasonably */
  cuts_unreasonably?: boolean | null;
  /** 收费公平合理：服务收费标准是否公平合理 / Whether fees are fair and reasonable */
  fees_fair?: boolean | null;
  /** 标价模板合规：提供的标价模板是否符合规定；不提供填空 / Whether price templates comply; null if none are given */
  price_templates_comply?: boolean | null;
  /** 配合价格监督：是否配合市场监管部门对平台内经营者的价格监督；没有要求填空 / Whether it helps the authority supervise traders' prices; null if not asked */
  helps_price_supervision?: boolean | null;
  /** 强制误导标价：是否强制经营者作虚假、使人误解的标价 / Whether traders are made to display false prices */
  forces_false_prices?: boolean | null;
  /** 统一促销列表：统一组织的促销；没有则为空列表 / Promotions it organises; [] if none */
  joint_promotions?: JointPromotion[] | null;
  /** 自营低价排挤：是否为排挤对手、独占市场低于成本销售 / Whether it sells below cost to drive rivals out */
  dumps?: boolean | null;
  /** 算法差别定价：是否在消费者不知情时，按支付意愿、能力、偏好、习惯等信息，用数据、算法对同等条件设不同价格 / Whether data and algorithms set different prices on equal terms by what consumers can or will pay, without their knowing */
  prices_by_person?: boolean | null;
  /** 串通操纵价格：是否用规则、数据、算法串通操纵价格 / Whether rules, data or algorithms are used to fix prices */
  fixes_prices?: boolean | null;
  /** 滥用优势欠款：是否滥用优势地位，要求中小企业接受明显不合理的结算期限、方式、条件和违约责任，拖欠账款 / Whether it makes small and medium firms take plainly unreasonable terms of settlement and owes them money */
  abuses_strength?: boolean | null;
}

/** 标签、标识、包装上的一个事项 / An item of a label, mark or package */
export type LabelItem = "name" | "maker-name" | "maker-address" | "maker-contact" | "dealer-contact" | "spec" | "main-content" | "net-content" | "ingredients" | "additives" | "nutrients" | "produced-on" | "batch" | "shelf-life" | "use-by" | "standard" | "storage" | "licence-number" | "usage" | "dosage" | "warning" | "additive-words" | "gm-mark" | "irradiation-mark" | "origin" | "importer" | "for-whom" | "not-for-whom" | "functional-content" | "not-a-drug" | "health-food-warning" | "registration-number" | "registrant" | "contract-maker" | "children-cosmetics-mark" | "ccc-mark" | "tar" | "smoking-warning" | "child-notes";

/** 最小销售单元的标签、标识、说明书 / Label, marks and leaflet of the smallest unit sold */
export interface Label {
  /** 事项：标签上有的事项，要列全 / Every item that the label has */
  items?: LabelItem[] | null;
  /** 文字：标签、说明书上的文字 / Words of label and leaflet */
  text?: Copy | null;
  /** 内容真实：标签、标识内容是否真实 / Whether what it says is true */
  is_true?: boolean | null;
  /** 与注册备案一致：是否与注册、备案的标签说明书一致 / Whether it is as registered or filed */
  matches_registration?: boolean | null;
  /** 难以附标识：是否裸装食品或者难以附加标识的裸装产品 / Unpackaged goods that cannot well carry marks */
  is_bare?: boolean | null;
  /** 散装食品：是否散装食品 / Loose food */
  is_loose?: boolean | null;
  /** 须标规格成分：是否需要标明规格、等级、成分 / Whether specification or content must be stated */
  needs_spec?: boolean | null;
  /** 委托生产：化妆品是否由受托生产企业生产 / Whether cosmetics are made by a contract producer */
  contract_made?: boolean | null;
  /** 须作警示：使用不当是否易损坏或者危及人身、财产安全 / Whether wrong use damages it or endangers people or property */
  needs_warning?: boolean | null;
  /** 含添加剂：是否使用食品添加剂 / Whether food additives are used */
  has_additives?: boolean | null;
  /** 转基因：是否转基因食品 / Genetically modified food */
  is_gm?: boolean | null;
  /** 辐照：是否辐照加工食品 / Irradiated food */
  is_irradiated?: boolean | null;
  /** 警示区占比：保健食品警示用语区占其所在面的比例 / Share of its face that the health-food warning area takes */
  warning_area?: number | string | null;
  /** 警示字高：警示用语字高，毫米 / Height of the warning's letters, mm */
  warning_letter_mm?: number | string | null;
  /** 主要版面面积：主要展示版面的表面积，平方厘米 / Area of the main face, square cm */
  main_face_cm2?: number | string | null;
}

/** 一次监督抽查、抽样检验 / A spot check by an authority */
export interface Inspection {
  /** 抽检批次：抽检的批次 / Batch that was checked */
  batch?: string | null;
  /** 合格：检验结论是否合格 / Whether it passed */
  passed?: boolean | null;
  /** 该批次在售：该批次是否仍在销售 / Whether this batch is still on sale */
  batch_on_sale?: boolean | null;
  /** 收到结果日：收到检验结果的日期 / Day the result was received */
  received_on?: DateString | null;
  /** 收到结果工作日数：从收到检验结论到申请复检的工作日数；没有申请填空 / Working days from the result to the request for re-inspection; null if none */
  received_workdays?: number | null;
  /** 申请复检日：申请复检的日期；没有申请填空 / Day re-inspection was asked for; null if not */
  reinspection_requested_on?: DateString | null;
  /** 复检合格：复检结论是否合格；没有复检填空 / Whether it passed re-inspection; null if there was none */
  reinspection_passed?: boolean | null;
  /** 已通知：是否通知相关生产经营者和消费者 / Whether makers, dealers and consumers were told */
  parties_told?: boolean | null;
  /** 停售记录：是否记录停止经营和通知情况 / Whether stopping and telling were recorded */
  stop_recorded?: boolean | null;
  /** 责令改正限期：责令改正的限期；没有责令填空 / Last day to correct under an order; null if none */
  correct_by?: DateString | null;
  /** 改正日：完成改正的日期；没有改正填空 / Day it was corrected; null if not yet */
  corrected_on?: DateString | null;
  /** 省级公告：是否经省级以上部门公告 / Whether announced by a provincial or higher authority */
  announced?: boolean | null;
  /** 公告后复查合格：公告后复查是否合格；没有复查填空 / Whether it passed the check after that; null if there was none */
  recheck_passed?: boolean | null;
}

/** 法律禁止生产经营的食品情形 / Why food may not be made or sold */
export type FoodDefect = "non-food-material" | "contaminants" | "expired-material" | "additive-misuse" | "poor-nutrition" | "spoiled" | "dead-animals" | "uninspected-meat" | "contaminated-by-package" | "false-dates" | "unlabelled" | "banned-by-state" | "other-nonconforming" | "drug-added";

/** 食品特有的信息 / What is peculiar to food */
export interface FoodInfo {
  /** 缺陷：已知的禁止情形；没有则为空列表 / Known grounds of prohibition; [] if none */
  defects?: FoodDefect[] | null;
  /** 按警示销售：是否按标签的警示和注意事项销售 / Whether sold as the label's warnings demand */
  sold_as_warned?: boolean | null;
  /** 药店医院销售：是否由药品零售企业或者医疗机构销售 / Whether a pharmacy or medical institution sells it */
  sold_by_pharmacy?: boolean | null;
  /** 特殊食品分开：特殊食品是否与普通食品、药品分开展示销售 / Whether special food is kept apart from ordinary food and medicine */
  kept_apart?: boolean | null;
  /** 婴配有选择成分名：婴配食品是否以选择性添加物质命名 / Whether infant formula is named after an optional ingredient */
  named_after_optional?: boolean | null;
  /** 受托方有许可：卖家委托别人生产的，受托方是否取得食品生产许可；不委托填空 / Where the seller has it made: whether the producer holds a food production permit; null if it does not */
  contract_maker_licensed?: boolean | null;
  /** 已监督受托方：卖家委托别人生产的，是否监督其生产行为；不委托填空 / Where the seller has it made: whether production is supervised; null if it does not */
  contract_maker_supervised?: boolean | null;
  /** 境外准许销售：进口保健食品是否为出口国（地区）准许上市的产品 / Whether an imported health food may be sold in its country of origin */
  sold_abroad?: boolean | null;
}

/** 化妆品宣称的功效 / Effects that cosmetics claim */
export type CosmeticEffect = "dyeing" | "perming" | "whitening-effect" | "sun-protection" | "anti-hair-loss-effect" | "anti-acne" | "nourishing" | "repairing" | "hair-growth" | "depilation" | "breast-care" | "body-shaping" | "deodorising" | "other-effect";

/** 化妆品特有的信息 / What is peculiar to cosmetics */
export interface CosmeticInfo {
  /** 宣称功效：页面和标签宣称的功效 / Effects claimed by page and label */
  effects?: CosmeticEffect[] | null;
  /** 人体试验：功效宣称是否经人体功效评价试验 / Whether the effects were tested on people */
  human_trial?: boolean | null;
  /** 注册备案机构试验：是否由化妆品注册和备案检验机构试验并出具报告 / Whether a registered cosmetics laboratory tested and reported */
  by_registered_lab?: boolean | null;
  /** 含禁用物质：是否含禁用原料或者非法添加物 / Banned ingredients or illegal additions */
  has_banned_substance?: boolean | null;
  /** 符合标准要求：是否符合强制性标准、技术规范和注册备案的技术要求 / Whether mandatory standards and the filed requirements are met */
  meets_standards?: boolean | null;
  /** 自行配制分装：是否由经营者自行配制、填充、灌装 / Whether the dealer made up, filled or refilled it */
  self_filled?: boolean | null;
  /** 期限被更改：使用期限是否被更改 / Whether the period of use was altered */
  dates_altered?: boolean | null;
  /** 已变质：是否变质 / Spoiled */
  is_spoiled?: boolean | null;
  /** 卖家是注册备案人：卖家自己是否就是这款化妆品的注册人、备案人（品牌方） / Whether the seller is itself the registrant or filer, the brand */
  seller_is_registrant?: boolean | null;
  /** 受托企业有许可：委托生产的，受托企业是否取得化妆品生产许可；不委托填空 / Whether the contract producer holds a cosmetics production licence; null if none is used */
  contract_maker_licensed?: boolean | null;
  /** 已监督受托企业：委托生产的，是否对受托企业的生产活动进行监督；不委托填空 / Whether the contract producer is supervised; null if none is used */
  contract_maker_supervised?: boolean | null;
  /** 页面披露标签信息：页面是否全面、真实、准确披露与注册备案资料一致的标签信息 / Whether the page discloses the label in full, as registered or filed */
  page_shows_label?: boolean | null;
}

/** 药品网络销售特有的信息 / What is peculiar to medicine sold online */
export interface DrugInfo {
  /** 实名购药：处方药是否实名购买 / Whether prescription medicine is bought under real names */
  real_name?: boolean | null;
  /** 处方真实可靠：是否确保处方来源真实可靠并经药师审核调配 / Whether prescriptions are verified and reviewed by a pharmacist */
  prescription_verified?: boolean | null;
  /** 处方已用标记：使用过的电子处方是否标记、防止重复使用 / Whether used e-prescriptions are marked against reuse */
  used_marked?: boolean | null;
  /** 处方影印防重复：接收纸质处方影印件的，是否防止重复使用；不接收填空 / Whether copies of paper prescriptions are guarded against reuse; null if none are taken */
  copies_guarded?: boolean | null;
  /** 电子处方协议：是否与电子处方提供单位签订协议 / Whether there is a contract with the e-prescription provider */
  e_prescription_contract?: boolean | null;
  /** 标明处方类别：页面是否显著标示处方药、非处方药并区分展示 / Whether prescription and OTC medicine are marked and shown apart */
  rx_marked?: boolean | null;
  /** 公开展示包装：处方药销售主页面、首页面是否直接公开展示包装、标签 / Whether front pages openly show packages of prescription medicine */
  package_on_front?: boolean | null;
  /** 审方前展示说明书：处方审核前是否展示说明书 / Whether the leaflet is shown before the prescription is reviewed */
  leaflet_before_review?: boolean | null;
  /** 审方前可购买：处方审核前是否提供购买服务 / Whether it can be bought before the prescription is reviewed */
  sold_before_review?: boolean | null;
  /** 风险已确认：销售处方药前是否告知风险并经消费者确认 / Whether risks are told and confirmed before the sale */
  risk_confirmed?: boolean | null;
  /** 注册证已撤销：药品、器械等的注册证是否被撤销、注销 / Whether the registration was revoked or cancelled */
  registration_revoked?: boolean | null;
  /** 风险控制中：是否处于省级以上部门暂停生产、销售、使用、进口的风险控制期间 / Under a provincial or higher order that suspends making, sale, use or import */
  under_risk_control?: boolean | null;
  /** 超出经营范围：是否超出批准的经营方式、经营范围 / Outside the approved mode or scope of business */
  outside_scope?: boolean | null;
  /** 器械有禁忌：医疗器械注册证中是否有禁忌内容、注意事项 / Whether the device's registration holds contraindications or notes */
  device_has_notes?: boolean | null;
  /** 持有人自有品种：销售者为上市许可持有人的，是否为其取得注册证书的药品；不是持有人填空 / Where the seller is a marketing authorisation holder: whether it is its own registered medicine; null if not */
  own_registration?: boolean | null;
}

/** 烟草制品、电子烟特有的信息 / What is peculiar to tobacco and e-cigarettes */
export interface TobaccoInfo {
  /** 注册商标：卷烟、雪茄、有包装的烟丝、电子烟是否使用核准注册的商标 / Whether a registered trade mark is used */
  has_trade_mark?: boolean | null;
  /** 非法生产：是否非法生产、走私或者专供出口、免税回流 / Made or brought in illegally */
  illegally_made?: boolean | null;
  /** 霉坏变质：是否霉坏、变质 / Mouldy or spoiled */
  is_mouldy?: boolean | null;
  /** 通过技术审评：电子烟是否通过技术审评并与之一致 / Whether the e-cigarette passed technical review, as sold */
  passed_review?: boolean | null;
  /** 非烟草口味：是否烟草口味以外的调味电子烟 / Flavoured other than tobacco */
  is_flavoured?: boolean | null;
  /** 可自行添加：是否可自行添加雾化物 / Can be refilled by the user */
  is_refillable?: boolean | null;
}

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
  /** 结算价：提交订单时实际要付的单价，元；含额外收费的，把费用列在额外收费里 / Unit price actually charged at checkout, yuan; what it holds of fees is listed as extra fees */
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
  /** 降价期限标明：限时降价、折价的期限是否显著标明 / Whether the period of a timed reduction is clearly shown */
  reduction_period_shown?: boolean | null;
  /** 计价方法：服务的计价方法 / How a service is charged */
  charging_method?: string | null;
  /** 标价细节：标价的方式和附带条件 / How the price is marked, and under what conditions */
  marking?: PriceMarking | null;
  /** 折价依据：折价、比较的依据 / What a reduction or comparison rests on */
  reduction?: PriceReduction | null;
  /** 定价依据：定价的依据：政府定价、成本、涨幅 / What the price rests on: state prices, cost, rises */
  basis?: PriceBasis | null;
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
  /** 使用过：是否使用过商品或者接受过服务；婴幼儿专用或者异性用的商品，看近亲属是否使用过 / Whether the endorser has used the goods; for infants' goods and goods for the other sex, whether a close relative has */
  has_used?: boolean | null;
  /** 受罚未满三年：三年内是否因虚假广告代言受过行政处罚 / Whether sanctioned within 3 years for a false endorsement */
  sanctioned_within_3y?: boolean | null;
  /** 推荐语：推荐、证明用语 / The words of the endorsement */
  words?: Copy | null;
  /** 书面同意：使用其名义、形象是否事先取得本人或者监护人书面同意 / Whether the person, or a guardian, agreed in writing beforehand */
  written_consent?: boolean | null;
  /** 使用充分：使用的时间、数量是否足以产生日常消费体验，代言期内是否持续使用 / Whether used long and often enough, and throughout the endorsement */
  used_enough?: boolean | null;
  /** 代次一致：电子产品、汽车等是否使用过所代言的那一代次；不是这类商品填空 / For electronics, cars and the like: whether that very generation was used; null for other goods */
  same_generation?: boolean | null;
  /** 标明所用商品：以体验官、推荐官等名义代言品牌的，是否标明所用商品名称；不是填空 / Who endorses a brand as 体验官 and the like: whether the product used is named; null otherwise */
  product_named?: boolean | null;
  /** 扮演领袖英模：是否以饰演的领导人、革命领袖、英雄模范形象代言 / Appears as a leader, revolutionary or hero played on screen */
  plays_hero?: boolean | null;
  /** 影视角色：是否以饰演的其他影视剧角色形象代言 / Appears as another role played on screen */
  plays_role?: boolean | null;
  /** 角色授权：影视角色是否取得版权方授权 / Whether the owner of the role's copyright agreed */
  role_licensed?: boolean | null;
  /** 代言档案：是否事前了解企业和商品并建立代言档案 / Whether trader and goods were looked into, with a file */
  file_kept?: boolean | null;
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
  /** 引证真实：引证内容是否真实、准确 / Whether what is cited is true and accurate */
  is_accurate?: boolean | null;
  /** 有范围期限：是否有适用范围、有效期限 / Whether it holds only within a range or period */
  is_limited?: boolean | null;
  /** 范围期限标明：适用范围、有效期限是否明确表示 / Whether range and period are clearly shown */
  scope_shown?: boolean | null;
  /** 检验机构有资质：食品检验信息的出具机构是否取得资质认定；不是检验信息填空 / Whether the laboratory of food test results is accredited; null if it is no test */
  laboratory_accredited?: boolean | null;
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
  /** 赠品有瑕疵：赠品、试用品、奖品是否有瑕疵 / Whether the free goods are flawed */
  is_flawed?: boolean | null;
  /** 赠品瑕疵告知：是否在提供前如实告知 / Whether that was truly told before */
  flaw_told?: boolean | null;
  /** 赠品不安全：赠品是否不符合保障人身、财产安全的要求，或者违反强制性规定、影响正常使用 / Whether the free goods are unsafe, break mandatory rules or do not work properly */
  is_unsafe?: boolean | null;
  /** 赠品现价：赠品在同一经营场所当前的销售价格，元；不单卖填空 / What the gift now sells for in the same shop, yuan; null if not sold */
  current_price?: Money | null;
  /** 赠品类目：赠品的类目 / Category of the gift */
  category?: Category | null;
  /** 赠品注册备案号：赠送化妆品的注册证号、备案号；没有填空 / Registration or filing number of cosmetics given; null if none */
  cosmetics_number?: string | null;
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
  /** 缺陷：发现缺陷后的处置；没有发现缺陷填空 / What was done about a dangerous defect; null if none was found */
  defect?: Defect | null;
  /** 可能危及安全：正常使用是否也可能危及人身、财产安全，例如燃气、带电、刀具、化学品 / Whether it can endanger people or property even in normal use: gas, current, blades, chemicals */
  may_endanger?: boolean | null;
  /** 安全说明警示：是否有真实的说明和明确的警示 / Whether it carries a true explanation and a clear warning */
  safety_warned?: boolean | null;
  /** 使用防护方法：是否说明和标明正确使用和防止危害的方法 / Whether correct use and how to prevent harm are explained and marked */
  usage_told?: boolean | null;
  /** 违背公序良俗：是否损害国家利益、社会公共利益或者违背公序良俗 / Whether it harms the state or the public, or offends public order */
  offends_public_order?: boolean | null;
  /** 描述属实：页面说的质量、性能、用途、有效期限等是否与实际相符 / Whether quality, function, use and term are as the page says */
  description_true?: boolean | null;
  /** 信息告知：下单前告诉消费者的信息 / What the consumer is told before ordering */
  information?: BuyerInformation | null;
  /** 差别标价：同等交易条件下，对不同消费者是否显示不同价格 / Whether, on equal terms, different consumers see different prices */
  price_differs?: boolean | null;
  /** 差别标价知情：消费者是否知情 / Whether consumers know */
  price_difference_told?: boolean | null;
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
  /** 三包期：承诺的退换修有效期限 / Promised period of guarantee */
  guarantee?: string | null;
  /** 国家三包期：国家有关规定要求的最短期限；没有规定填空 / Shortest period under state rules; null if there is none */
  guarantee_by_rule?: string | null;
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
  /** 服务内容：服务包含什么 / What a service includes */
  service_content?: string | null;
  /** 附带服务列表：有偿的附带服务；没有则为空列表 / Paid services that go with it; [] if none */
  added_services?: AddedService[] | null;
  /** 公平交易：评价和数据的展示、标识、等级、荣誉 / Display of reviews and figures, signs, grades, honours */
  fair_dealing?: FairDealing | null;
  /** 标签：最小销售单元的标签、标识 / Label and marks of the smallest unit sold */
  label?: Label | null;
  /** 抽检列表：监督抽查、抽样检验的结果；没有则为空列表 / Results of spot checks; [] if none */
  inspections?: Inspection[] | null;
  /** 伪造产地：是否伪造产地、冒用厂名厂址 / Forged origin, or another's factory name or address */
  origin_forged?: boolean | null;
  /** 食品信息：食品特有的信息 / What is peculiar to food */
  food?: FoodInfo | null;
  /** 化妆品信息：化妆品特有的信息 / What is peculiar to cosmetics */
  cosmetic?: CosmeticInfo | null;
  /** 药品信息：药品网络销售特有的信息 / What is peculiar to medicine sold online */
  drug?: DrugInfo | null;
  /** 烟草信息：烟草制品、电子烟特有的信息 / What is peculiar to tobacco and e-cigarettes */
  tobacco?: TobaccoInfo | null;
  /** 广告投放：广告怎样投放 / How the advertisement is placed */
  ad_placement?: AdPlacement | null;
}

/** 讲稿的一段 / A segment of the script */
export interface Segment {
  /** 开始毫秒：开始时间，毫秒 / Start, milliseconds */
  start_ms?: number | null;
  /** 结束毫秒：结束时间，毫秒 / End, milliseconds */
  end_ms?: number | null;
  /** 说话人：说话人 / Speaker */
  speaker?: string | null;
  /** 渠道：口播、屏幕文字、标题、封面；评论只写直播间一方发的，观众的写在 互动列表 / Speech, screen, title, cover; comment for what the room posts, while viewers' comments stand in `comments` */
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
  /** 信息已过时：核验过的身份、机构、资质信息是否已经变化而没有更新核验 / Whether verified details have changed and were not verified anew */
  details_outdated?: boolean | null;
  /** 培训造假：接受平台培训时是否弄虚作假，或者拒不参加 / Whether the host cheated in the platform's training or refused it */
  training_faked?: boolean | null;
  /** 真人核验不符：出镜的人与核验的身份是否不符 / Whether the person on air is not the one verified */
  identity_mismatch?: boolean | null;
  /** 依规不得直播：是否为依照国家有关规定不得从事直播电商的人 / Whether the rules bar this person from streaming */
  barred_from_streaming?: boolean | null;
  /** 资质已报备：专业资质是否已向直播平台报备 / Whether the qualification was filed with the platform */
  qualification_filed?: boolean | null;
  /** 使用过商品：作为代言人推荐商品的，是否真实使用过所推荐的商品 / Where the host endorses: whether the goods recommended were really used */
  has_used_goods?: boolean | null;
  /** 受罚未满三年：三年内是否因虚假广告代言受过行政处罚 / Whether sanctioned within 3 years for a false endorsement */
  sanctioned_within_3y?: boolean | null;
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
  /** 变更报送日：向平台报送变更的日期；没有报送填空 / Day the change was reported to the platform; null if not */
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
  /** 记录起算：选品、主播核验、纠错记录的保存期从哪天起算 / The day from which records of selection, hosts and corrections are kept */
  records_start?: RetentionStart | null;
  /** 屏蔽差评含违法：被删除、屏蔽的不利评价是否都含有禁止发布的信息 / Whether all hidden unfavourable comments held information that may not be published */
  hidden_comments_unlawful?: boolean | null;
  /** 进货验收：商品经营者是否建立并执行进货检查验收制度 / Whether the trader inspects and accepts goods on purchase */
  purchase_inspection?: boolean | null;
  /** 配合监管：监管部门检查、调查时是否配合并如实提供数据；没有检查填空 / Whether it cooperates and gives true data when inspected; null if not inspected */
  cooperates?: boolean | null;
  /** 供应商执照盖章件：是否收存供应商盖章的营业执照复印件 / Whether a stamped copy of the supplier's licence is held */
  stamped_licence_held?: boolean | null;
  /** 许可证书盖章件：须许可的，是否收存盖章的许可证书复印件；不须许可填空 / Whether a stamped copy of the permit is held; null if none is needed */
  stamped_permit_held?: boolean | null;
  /** 市场准入证书已查：属于市场准入审批的商品，是否查验准入批准证书；不属于填空 / Whether market-entry certificates were checked; null if the goods need none */
  market_entry_checked?: boolean | null;
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
  /** 已向平台声明：发布时是否主动声明内容由人工智能生成合成 / Whether the content was declared as AI-made when published */
  declared?: boolean | null;
  /** 使用平台标识：是否使用平台提供的标识功能标识 / Whether the platform's own label was used */
  platform_label_used?: boolean | null;
  /** 去除标识：是否删除、篡改、伪造、隐匿人工智能标识 / Whether an AI label was removed, altered, forged or hidden */
  label_removed?: boolean | null;
  /** 肖像授权：使用他人肖像、声音的是否取得同意 / Whether a real person's likeness or voice is used with consent */
  likeness_authorised?: boolean | null;
}

/** 谁发的评论、弹幕 / Who wrote a comment */
export type CommentAuthor = "viewer" | "room";

/** 一条评论、弹幕 / A comment */
export interface ViewerComment {
  /** 发言方：谁发的 / Who wrote it */
  author?: CommentAuthor | null;
  /** 内容：内容 / The words */
  content?: string | null;
  /** 含违法信息：是否含有违法信息 / Whether it holds unlawful information */
  is_unlawful?: boolean | null;
  /** 已及时处置：含违法信息的，是否及时处置 / Whether that was dealt with in time */
  handled?: boolean | null;
  /** 处置已留痕：处置是否保存记录 / Whether a record of that was kept */
  recorded?: boolean | null;
  /** 不利评价：是否为对商品、直播间的不利评价 / Whether it is unfavourable to the goods or the room */
  is_unfavourable?: boolean | null;
  /** 已删除屏蔽：是否被删除、屏蔽 / Whether it was deleted or hidden */
  was_hidden?: boolean | null;
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
  /** 下播日：直播结束日期，三年保存期由此起算 / Day the stream ended, from which three years are counted */
  ended_on?: DateString | null;
  /** 运营者年龄：运营者是自然人的，周岁 / Age in years, of an operator who is a natural person */
  operator_age?: number | null;
  /** 运营者监护人同意：运营者是未成年人的，监护人是否同意 / Guardian's consent, for an operator under 18 */
  operator_guardian_consent?: boolean | null;
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
  /** 宣传不实：对经营主体、性能、功能、质量、评价、荣誉、资质的介绍是否与实际不符 / Whether what is said of trader, performance, function, quality, reviews, honours or qualifications is untrue */
  makes_false_claims?: boolean | null;
  /** 编造人设：是否编造背景、情节、人设推销 / Whether made-up persons or stories are used to sell */
  stages_stories?: boolean | null;
  /** 推广违法者：是否知道他人违法违规或者高风险，仍为其推广引流 / Whether others known to act unlawfully or at high risk are promoted */
  promotes_offenders?: boolean | null;
  /** 侵害他人：是否骚扰、诋毁、谩骂、恐吓他人 / Whether others are harassed, smeared, abused or threatened */
  harasses_others?: boolean | null;
  /** 禁止场所：直播场所是否涉及国家安全、公共安全，或者影响他人和社会正常生产生活秩序 / Whether the place touches national or public security, or disturbs the life and work of others */
  in_forbidden_place?: boolean | null;
  /** 着装形象违规：主播着装、形象是否含违法不良信息或者误导 / Whether dress or appearance is unlawful, harmful or misleading */
  dress_misleads?: boolean | null;
  /** 展示危险不良行为：是否展示高危动作、假吃催吐、暴饮暴食、酗酒吸烟、虐待动物等 / Whether dangerous acts, feigned or forced eating, bingeing, smoking, drunkenness or cruelty are shown */
  shows_harmful_acts?: boolean | null;
  /** 互动列表：观众的评论、弹幕，以及直播间一方的回复情况 / Comments, and how they were dealt with */
  comments?: ViewerComment[] | null;
  /** 留存抽查：抽查的记录 / Records that were looked at */
  retention_samples?: RetentionSample[] | null;
  /** 回放保存：直播视频自直播结束起计划保存的时间 / How long the recording is kept from the end of the stream */
  replay_kept?: string | null;
  /** 广告起止提示：是否标明或者语音提示广告时段的起止 / Whether start and end of advertising are shown or spoken */
  ad_segments_announced?: boolean | null;
  /** 商家身份始终标明：是否始终标明自己是商品经营者、服务提供者，或者从账号名称可以识别 / Whether it always shows that it is the trader, or the account name does */
  trader_identity_shown?: boolean | null;
  /** 广告业务：直播间运营者的广告业务管理 / How the room operator runs its advertising */
  advertising?: AdBusiness | null;
}

/** 处理个人信息凭什么 / On what ground personal data are processed */
export type ProcessingBasis = "consent" | "contract" | "legal-duty" | "emergency" | "news" | "public-data" | "other-ground" | "none";

/** 强迫或者变相强迫同意的做法 / Ways of forcing consent */
export type ForcedConsent = "blanket" | "default" | "bundled" | "denial-of-use";

/** 向境外提供个人信息具备的条件 / Condition for sending personal data abroad */
export type ExportGround = "security-assessment" | "certification" | "standard-contract" | "other-condition" | "none";

/** 个人提出什么请求 / What the person asks for */
export type DataRequestKind = "access" | "correction" | "deletion" | "withdrawal" | "transfer" | "explanation";

/** 把个人信息提供给一个其他处理者 / Personal data given to another handler */
export interface DataSharing {
  /** 接收方：接收方 / Recipient */
  recipient?: string | null;
  /** 已告知接收方：是否告知接收方名称、联系方式、目的、方式、种类 / Whether recipient, contact, purpose, way and kinds of data were told */
  told?: boolean | null;
  /** 单独同意：是否取得单独同意 / Whether separate consent was given */
  separate_consent?: boolean | null;
  /** 配合执法提供：是否为依法配合监管执法而提供 / Whether given to authorities as the law requires */
  for_enforcement?: boolean | null;
  /** 合并分立转移：是否因合并、分立、解散、破产而转移 / Whether transferred by merger, division, dissolution or bankruptcy */
  by_merger?: boolean | null;
  /** 新目的同意：接收方变更处理目的、方式的，是否重新取得同意；没有变更填空 / Where the recipient changes purpose or way, whether consent was given anew; null if unchanged */
  new_purpose_consent?: boolean | null;
}

/** 处理敏感个人信息 / Processing of sensitive personal data */
export interface SensitiveData {
  /** 目的必要：是否有特定目的和充分必要性 / Whether there is a specific purpose and sufficient need */
  needed?: boolean | null;
  /** 严格保护：是否采取严格保护措施 / Whether strict protection is in place */
  protected?: boolean | null;
  /** 逐项同意：是否逐项取得单独同意 / Whether separate consent is given item by item */
  consent_each?: boolean | null;
  /** 须书面同意：法律、行政法规是否要求书面同意 / Whether written consent is required by law */
  written_required?: boolean | null;
  /** 已书面同意：是否取得书面同意 / Whether written consent is given */
  written_given?: boolean | null;
  /** 告知必要影响：是否告知必要性和对个人权益的影响 / Whether need and effect on the person are told */
  tells_impact?: boolean | null;
}

/** 处理不满十四周岁未成年人的个人信息 / Processing of data of children under 14 */
export interface MinorsData {
  /** 监护人同意：是否取得父母或者其他监护人同意 / Whether a parent or guardian consents */
  guardian_consent?: boolean | null;
  /** 专门规则：是否制定专门的处理规则 / Whether there are special rules */
  special_rules?: boolean | null;
}

/** 受他人委托处理个人信息 / Processing of personal data for another handler */
export interface ProcessingForOthers {
  /** 按约定处理：是否没有超出约定的目的、方式 / Whether purpose and way as agreed are kept to */
  within_agreement?: boolean | null;
  /** 终止返还删除：合同终止、无效的，是否返还或者删除；没有终止填空 / Where the contract has ended, whether data were returned or deleted; null if it has not */
  returned_or_deleted?: boolean | null;
  /** 转委托同意：转委托他人的，是否经委托方同意；没有转委托填空 / Where another processor is used, whether the handler agreed; null if there is none */
  subprocessing_agreed?: boolean | null;
  /** 受托安全协助：是否采取必要措施保障安全，并协助委托方履行义务 / Whether data are kept safe and the handler is assisted */
  secures_and_assists?: boolean | null;
}

/** 向境外提供个人信息 / Personal data sent abroad */
export interface DataExport {
  /** 出境条件：具备哪一种条件 / Which condition is met */
  ground?: ExportGround | null;
  /** 已告知境外接收方：是否告知境外接收方、目的、方式、种类和行使权利的程序 / Whether recipient, purpose, way, kinds and how to exercise rights there were told */
  told?: boolean | null;
  /** 出境单独同意：是否取得单独同意 / Whether separate consent is given */
  separate_consent?: boolean | null;
  /** 外国司法提供：是否向外国司法、执法机构提供境内存储的信息 / Whether data stored in China are given to foreign courts or authorities */
  given_to_foreign_authority?: boolean | null;
  /** 司法提供批准：向外国司法、执法机构提供是否经主管机关批准 / Whether the authority approved giving them */
  foreign_request_approved?: boolean | null;
  /** 免评估依据：规定可以不进行安全评估的依据；没有填空 / Rule under which no security assessment is needed; null if none */
  assessment_exemption?: string | null;
  /** 接收方达标：是否采取措施保障境外接收方达到本法的保护标准 / Whether measures keep the recipient to the standard of the law */
  recipient_standard?: boolean | null;
}

/** 用个人信息作自动化决策 / Automated decisions from personal data */
export interface AutomatedDecisions {
  /** 推送营销：是否用于信息推送、商业营销 / Whether used to push information or to market */
  marketing?: boolean | null;
  /** 通用选项：是否同时提供不针对个人特征的选项 / Whether an option not based on the person is offered at the same time */
  neutral_option?: boolean | null;
  /** 便捷拒绝：是否提供便捷的拒绝方式 / Whether refusing is easy */
  easy_refusal?: boolean | null;
  /** 差别待遇：是否按个人特征给出不同的价格等交易条件 / Whether prices or other terms differ by the person */
  differential_terms?: boolean | null;
  /** 差别理由：差别的正当理由，如新人优惠、成本、交易安全；没有填空 / Sound reason of the difference, such as new-customer offers, cost, security; null if none */
  differential_reason?: string | null;
  /** 重大影响：是否作出对个人权益有重大影响的决定 / Whether decisions have a major effect on the person */
  major_effect?: boolean | null;
  /** 决定可说明：个人要求时是否说明 / Whether decisions are explained on request */
  explained?: boolean | null;
  /** 可拒绝自动决定：个人能否拒绝仅以自动化方式作出的决定 / Whether a person may refuse a decision made by machine alone */
  human_on_request?: boolean | null;
}

/** 个人的一次请求 / A request by a person */
export interface DataRequest {
  /** 请求种类：请求什么 / What is asked for */
  kind?: DataRequestKind | null;
  /** 收到请求日：收到日 / Day it was received */
  received_on?: DateString | null;
  /** 办结日：办结日；还没有办结填空 / Day it was done; null if not yet */
  done_on?: DateString | null;
  /** 请求被拒：是否拒绝 / Whether refused */
  is_refused?: boolean | null;
  /** 说明理由：拒绝的是否说明理由 / Whether reasons were given for a refusal */
  reason_given?: boolean | null;
}

/** 发生或者可能发生的泄露、篡改、丢失 / A leak, change or loss of data, real or possible */
export interface DataBreach {
  /** 立即补救：是否立即采取补救措施 / Whether remedied at once */
  remedied?: boolean | null;
  /** 通知部门：是否通知履行个人信息保护职责的部门 / Whether the authority was told */
  authority_told?: boolean | null;
  /** 通知个人：是否通知个人 / Whether the persons were told */
  persons_told?: boolean | null;
  /** 通知齐全：通知是否含种类、原因、危害、补救和减轻措施、联系方式 / Whether the notice holds kinds, cause, harm, remedies, what persons can do, and contact */
  notice_complete?: boolean | null;
  /** 已有效避免危害：措施是否已有效避免危害 / Whether the measures averted the harm */
  harm_averted?: boolean | null;
}

/** 个人信息处理情况 / How personal data are handled */
export interface DataHandling {
  /** 处理依据：处理的依据；有多种的写最弱的一种 / The ground; of several the weakest */
  basis?: ProcessingBasis | null;
  /** 自愿明确同意：同意是否由个人在充分知情下自愿、明确作出 / Whether consent is informed, free and explicit */
  consent_informed?: boolean | null;
  /** 强迫同意方式：采用的强迫同意方式；没有则为空列表 / Ways of forcing consent that are used; [] if none */
  forced_consent?: ForcedConsent[] | null;
  /** 变更重新同意：目的、方式、种类变更后是否重新取得同意；没有变更填空 / Whether consent was given anew after a change of purpose, way or kinds; null if unchanged */
  consent_on_change?: boolean | null;
  /** 撤回方式便捷：是否提供便捷的撤回同意方式 / Whether consent is easily withdrawn */
  easy_withdrawal?: boolean | null;
  /** 不同意即拒绝：是否因不同意或者撤回同意而拒绝提供商品、服务 / Whether goods or services are refused for want of consent */
  refuses_without_consent?: boolean | null;
  /** 信息为必需：所涉信息是否为提供商品、服务所必需 / Whether the data are needed for the goods or services */
  data_necessary?: boolean | null;
  /** 最小范围：收集是否限于实现目的的最小范围 / Whether no more is collected than the purpose needs */
  only_necessary?: boolean | null;
  /** 告知处理者：处理前是否告知处理者名称、联系方式 / Whether name and contact of the handler are told before */
  tells_handler?: boolean | null;
  /** 告知处理事项：处理前是否告知目的、方式、种类、保存期限 / Whether purpose, way, kinds and retention are told before */
  tells_processing?: boolean | null;
  /** 告知权利：处理前是否告知行使权利的方式和程序 / Whether it is told before how to exercise rights */
  tells_rights?: boolean | null;
  /** 告知显著易懂：告知是否显著、清晰易懂 / Whether the notice is prominent and plain */
  notice_clear?: boolean | null;
  /** 免告知依据：法律、行政法规规定保密或者不需要告知的依据；没有填空 / Law under which no notice is due; null if none */
  no_notice_basis?: string | null;
  /** 变更告知：告知事项变更后是否告知；没有变更填空 / Whether changes are told; null if unchanged */
  tells_changes?: boolean | null;
  /** 处理规则公开：处理规则是否公开，便于查阅和保存 / Whether the rules are public, easily read and saved */
  rules_published?: boolean | null;
  /** 按规则处理：是否按公开的规则和双方约定收集、使用 / Whether data are used as the rules and the agreement say */
  keeps_rules?: boolean | null;
  /** 保存最短：保存期限是否为必要的最短时间 / Whether data are kept no longer than needed */
  retention_shortest?: boolean | null;
  /** 出售信息：是否出售、非法买卖个人信息 / Whether personal data are sold or traded */
  sells_data?: boolean | null;
  /** 对外提供：提供给其他处理者；没有则为空列表 / Given to other handlers; [] if none */
  sharing?: DataSharing[] | null;
  /** 公开信息：是否公开所处理的个人信息 / Whether personal data are made public */
  publishes_data?: boolean | null;
  /** 公开单独同意：公开是否取得单独同意 / Whether separate consent was given to that */
  publishing_consent?: boolean | null;
  /** 用公开信息：是否处理个人已公开的信息，例如用公开的电话营销 / Whether data that a person made public are used, for instance to market by telephone */
  uses_public_data?: boolean | null;
  /** 公开信息被拒：个人是否明确拒绝 / Whether the person expressly refused */
  public_data_refused?: boolean | null;
  /** 公开信息重大影响同意：对个人有重大影响的，是否取得同意；没有重大影响填空 / Whether consent was given where the effect is major; null if it is not */
  public_data_consent?: boolean | null;
  /** 共同处理约定：与他人共同决定处理的，是否约定各自权利义务；没有共同处理填空 / With joint handlers, whether rights and duties are agreed; null if there are none */
  joint_agreement?: boolean | null;
  /** 委托处理约定：委托他人处理的，是否约定目的、期限、方式、种类、保护措施和权利义务；没有委托填空 / With processors, whether purpose, period, way, kinds, protection, rights and duties are agreed; null if there are none */
  entrusting_agreement?: boolean | null;
  /** 受托处理：受他人委托处理；没有填空 / Processing for others; null if none */
  for_others?: ProcessingForOthers | null;
  /** 监督受托人：是否监督受托人 / Whether processors are supervised */
  processor_supervised?: boolean | null;
  /** 敏感信息：敏感个人信息；不处理填空 / Sensitive data; null if none */
  sensitive?: SensitiveData | null;
  /** 未成年人信息：不满十四周岁未成年人的信息；不处理填空 / Data of children under 14; null if none */
  minors?: MinorsData | null;
  /** 信息出境：向境外提供；没有填空 / Sent abroad; null if none */
  export?: DataExport | null;
  /** 须境内存储：是否为关键信息基础设施运营者，或者处理个人信息达到国家网信部门规定的须境内存储的数量 / Whether an operator of critical infrastructure, or above the numbers of the authority for storage in China */
  local_storage_required?: boolean | null;
  /** 境内存储：境内收集和产生的个人信息是否存储在境内 / Whether data collected or made in China are stored in China */
  stored_in_china?: boolean | null;
  /** 境外处理者：是否在境外、为向境内自然人提供商品或者服务而处理其个人信息 / Whether the handler is abroad and handles data of people in China to offer them goods or services */
  is_abroad?: boolean | null;
  /** 境内机构代表：是否在境内设立专门机构或者指定代表 / Whether there is an office or representative in China */
  has_representative?: boolean | null;
  /** 境内代表报送：是否把机构、代表的名称和联系方式报送主管部门 / Whether its name and contact are reported to the authority */
  representative_reported?: boolean | null;
  /** 自动化决策：自动化决策；没有填空 / Automated decisions; null if none */
  automated?: AutomatedDecisions | null;
  /** 请求机制：是否有便捷的申请受理和处理机制 / Whether requests are easily made and dealt with */
  request_mechanism?: boolean | null;
  /** 权利请求：收到的请求；没有则为空列表 / Requests received; [] if none */
  requests?: DataRequest[] | null;
  /** 应删未删：目的已实现、期满、停止服务、撤回同意或者违法处理后，是否仍未删除 / Whether data stay after the purpose, the period, the service or the consent ended, or after unlawful processing */
  keeps_undeleted?: boolean | null;
  /** 停止处理：法定保存期未满或者技术上难以删除的，是否只存储并保护 / Where a legal period runs or deletion is technically hard, whether data are only stored and protected */
  processing_stopped?: boolean | null;
  /** 内部制度：是否有内部管理制度和操作规程 / Whether there are internal rules and procedures */
  internal_rules?: boolean | null;
  /** 分类管理：是否分类管理 / Whether data are classified */
  classified?: boolean | null;
  /** 加密去标识：是否采取加密、去标识化等措施 / Whether encryption, de-identification and the like are used */
  encrypted?: boolean | null;
  /** 权限培训：是否合理确定权限并定期培训 / Whether access is limited and staff trained */
  access_limited?: boolean | null;
  /** 应急预案：是否有安全事件应急预案 / Whether there is an incident plan */
  incident_plan?: boolean | null;
  /** 须设负责人：处理个人信息是否达到国家网信部门规定的数量 / Whether the number of persons set by the authority is reached */
  officer_required?: boolean | null;
  /** 负责人公开报送：是否指定负责人，公开其联系方式并报送主管部门 / Whether an officer is named, with contact published and reported */
  officer_published?: boolean | null;
  /** 合规审计：是否定期合规审计 / Whether compliance is audited regularly */
  audited?: boolean | null;
  /** 影响评估：须评估的处理活动是否事前作影响评估并记录；不须评估填空 / Whether an impact assessment was made and recorded before; null if none is required */
  impact_assessed?: boolean | null;
  /** 评估内容齐全：评估是否含合法正当必要、权益影响和风险、保护措施三项 / Whether it covers lawfulness and need, effects and risks, and protection */
  assessment_complete?: boolean | null;
  /** 评估保存：评估报告和处理记录计划保存的时间 / How long assessment and records are kept */
  assessment_kept?: string | null;
  /** 配合个信检查：个人信息检查、调查时是否协助、配合；没有检查填空 / Whether the data authority was helped; null if there was no inquiry */
  helps_data_authority?: boolean | null;
  /** 按要求整改：约谈、审计后是否按要求整改；没有要求填空 / Whether corrections the authority required were made; null if none were */
  corrects_as_required?: boolean | null;
  /** 信息泄露：泄露、篡改、丢失；没有填空 / A breach; null if none */
  breach?: DataBreach | null;
  /** 重要平台：是否提供重要互联网平台服务、用户巨大、业务复杂 / Whether an important platform with very many users and complex business */
  is_gatekeeper?: boolean | null;
  /** 独立监督机构：是否建立合规制度体系和由外部成员为主的独立监督机构 / Whether there is a compliance system and an independent body mainly of outsiders */
  independent_body?: boolean | null;
  /** 平台信息规则：平台规则是否明确商家处理个人信息的规范和义务 / Whether the platform's rules set out traders' duties on personal data */
  platform_rules?: boolean | null;
  /** 停止违法商家：对严重违法的商家是否停止服务；没有填空 / Whether service to grave offenders is ended; null if there were none */
  stops_offenders?: boolean | null;
  /** 社会责任报告：是否定期发布个人信息保护社会责任报告 / Whether a report on personal data protection is published regularly */
  publishes_report?: boolean | null;
}

/** 算法推荐服务 / Recommendation by algorithm */
export interface Algorithm {
  /** 管理制度：是否建立机制审核、伦理审查、注册、发布审核、数据安全、反诈、评估、应急等制度 / Whether review, ethics, registration, publication, data security, anti-fraud, assessment and emergency rules are set up */
  has_management?: boolean | null;
  /** 规则公开：是否制定并公开算法推荐相关规则 / Whether the rules of recommendation are published */
  rules_published?: boolean | null;
  /** 专业人员：是否配备相适应的专业人员和技术支撑 / Whether staff and technology match the scale */
  has_staff?: boolean | null;
  /** 定期审核：是否定期审核、评估、验证机制、模型、数据和结果 / Whether mechanism, models, data and results are reviewed regularly */
  reviewed?: boolean | null;
  /** 诱导沉迷消费：是否设置诱导沉迷、过度消费的模型 / Whether models induce addiction or overspending */
  induces_overuse?: boolean | null;
  /** 违法特征库：是否有识别违法和不良信息的特征库 / Whether there is a base to recognise unlawful content */
  has_signature_base?: boolean | null;
  /** 合成信息补标：发现未标识的生成合成信息，是否标识后才继续传输；没有发现填空 / Whether unlabelled synthetic content is labelled before it goes on; null if none was found */
  labels_synthetic?: boolean | null;
  /** 违法信息停传：发现违法信息是否立即停止传输、消除、保存记录并报告；没有发现填空 / Whether unlawful content is stopped, removed, recorded and reported; null if none was found */
  stops_unlawful?: boolean | null;
  /** 违法关键词标签：是否把违法和不良信息关键词记入兴趣点或者用户标签并据以推送 / Whether unlawful or harmful keywords are used as interests or tags to push by */
  unlawful_tags?: boolean | null;
  /** 造假账号互动：是否用算法虚假注册、操纵账号或者虚假点赞、评论、转发 / Whether algorithms fake accounts, likes, comments or reposts */
  fakes_interaction?: boolean | null;
  /** 操纵榜单排序：是否用算法屏蔽、过度推荐、操纵榜单或者检索排序、控制热搜精选 / Whether algorithms block, over-recommend, or rig lists, results or trends */
  rigs_rankings?: boolean | null;
  /** 人工干预机制：首页首屏、热搜、榜单、弹窗等环节是否有人工干预和用户自主选择机制 / Whether people can intervene and users choose on front screens, trends, lists and pop-ups */
  has_manual_intervention?: boolean | null;
  /** 限制其他服务：是否用算法不合理限制、妨碍其他服务提供者 / Whether algorithms unreasonably limit or obstruct other services */
  blocks_rivals?: boolean | null;
  /** 显著告知：是否显著告知用户提供算法推荐 / Whether users are clearly told of it */
  told?: boolean | null;
  /** 原理公示：是否公示基本原理、目的意图和主要运行机制 / Whether principle, purpose and main workings are published */
  principles_published?: boolean | null;
  /** 非特征选项：是否提供不针对个人特征的选项 / Whether an option not based on the person is offered */
  neutral_option?: boolean | null;
  /** 关闭选项：是否提供便捷的关闭选项 / Whether it is easily switched off */
  off_switch?: boolean | null;
  /** 关闭即停：关闭后是否立即停止；没有人关闭填空 / Whether it stops at once; null if nobody switched it off */
  stops_when_off?: boolean | null;
  /** 标签可选可删：用户能否选择或者删除针对其特征的标签 / Whether users choose or delete their tags */
  tags_editable?: boolean | null;
  /** 影响可说明：对用户权益造成重大影响的是否说明；没有填空 / Whether major effects on users are explained; null if there were none */
  effects_explained?: boolean | null;
  /** 未成年人模式：向未成年人提供服务的，是否有适合其使用的模式；不提供填空 / Whether minors get a fitting mode; null if minors are not served */
  minors_mode?: boolean | null;
  /** 推送伤害未成年人：是否向未成年人推送不良信息或者诱导其沉迷；不提供填空 / Whether harmful or addictive content is pushed to minors; null if minors are not served */
  harms_minors?: boolean | null;
  /** 适老服务：向老年人提供服务的，是否提供适老服务并防范涉诈信息；不提供填空 / Whether older people get fitting service and protection from fraud; null if not served */
  elder_service?: boolean | null;
  /** 差别交易：是否按偏好、交易习惯用算法实施不合理的差别价格等待遇 / Whether prices or terms differ unreasonably by preference or habit */
  differential_terms?: boolean | null;
  /** 申诉投诉入口：是否设置便捷有效的申诉和投诉举报入口 / Whether there is an easy way to appeal and complain */
  appeal_entry?: boolean | null;
  /** 反馈时限明确：是否明确处理流程和反馈时限，并及时反馈 / Whether process and time to answer are stated and kept */
  answer_time_stated?: boolean | null;
  /** 舆论属性：是否具有舆论属性或者社会动员能力 / Whether it can shape opinion or mobilise society */
  shapes_opinion?: boolean | null;
  /** 提供服务日：开始提供算法推荐服务的日期 / Day the service began */
  started_on?: DateString | null;
  /** 备案工作日数：开始提供服务到备案的工作日数；还没有备案的，算到现在 / Working days from the start to filing, or to now if not yet filed */
  filed_workdays?: number | null;
  /** 变更备案工作日数：备案信息变更到办理变更的工作日数；没有变更填空 / Working days from a change to its filing; null if none */
  change_filed_workdays?: number | null;
  /** 注销工作日数：终止服务到办理注销的工作日数；没有终止填空 / Working days from the end of the service to cancelling; null if not ended */
  closing_filed_workdays?: number | null;
  /** 备案编号公示：完成备案的，是否显著标明编号并提供公示链接；没有备案填空 / Whether the filing number and a link are shown; null if not filed */
  filing_shown?: boolean | null;
  /** 安全评估：是否按规定开展安全评估 / Whether the security assessment was made */
  security_assessed?: boolean | null;
  /** 留存日志：是否依法留存网络日志 / Whether network logs are kept */
  keeps_logs?: boolean | null;
  /** 配合检查：是否配合评估和检查并提供支持；没有检查填空 / Whether it cooperates with assessment and inspection; null if there was none */
  cooperates?: boolean | null;
}

/** 一次平台规则修改 / A change of the platform's rules */
export interface RuleChange {
  /** 公开征求意见：是否在首页显著位置公开征求意见 / Whether opinions were invited prominently on the home page */
  consulted?: boolean | null;
  /** 公示日：修改内容公示日 / Day the change was published */
  published_on?: DateString | null;
  /** 实施日：实施日 / Day it takes effect */
  effective_on?: DateString | null;
  /** 重大修改：是否用户数量巨大、内容较多或者关系有关各方重要权益（新制定的也算） / Whether very many users, much content or key interests are concerned (new rules included) */
  is_major?: boolean | null;
  /** 重大影响：是否可能对有关各方的重要权益造成重大影响 / Whether key interests may be greatly affected */
  has_great_impact?: boolean | null;
  /** 阻止退出：是否阻止不接受修改的经营者退出 / Whether traders who disagree are kept from leaving */
  blocks_exit?: boolean | null;
  /** 新制定：是新制定的规则，不是修改 / A new set of rules rather than a change */
  is_new?: boolean | null;
  /** 意见表达便利：征求意见是否留足时间、提供必要技术支持 / Whether time and technical means sufficed to be heard */
  consultation_adequate?: boolean | null;
  /** 意见归纳：是否全面如实归纳整理收到的意见 / Whether opinions were collated fully and truly */
  opinions_collated?: boolean | null;
  /** 不采纳有理由：合理意见是否吸收，不采纳的是否有合理理由 / Whether sound opinions were taken up, and the rest refused with reason */
  rejections_reasoned?: boolean | null;
  /** 过渡期：是否按影响程度设置合理的过渡期 / Whether a transition period was given */
  has_transition?: boolean | null;
  /** 退出附条件：经营者、消费者要求退出或者终止服务时，是否附加不合理条件等阻止 / Whether leaving is hindered by unreasonable conditions, for traders or consumers */
  exit_conditions?: boolean | null;
  /** 据实退费：退出者的费用是否按修改前的规则据实退还，没有拖延、拒绝；无人要求退出填空 / Whether fees were refunded under the old rules without delay; null if nobody left */
  fees_refunded?: boolean | null;
  /** 强制诱导同意：是否强制或者诱导同意 / Whether consent was forced or induced */
  forced_consent?: boolean | null;
  /** 默认同意：是否设为默认同意 / Whether consent was set by default */
  default_consent?: boolean | null;
  /** 不增义务不减权利：是否不增加经营者、消费者的义务，也不减损其权利 / Whether it adds no duty and takes no right away */
  harmless?: boolean | null;
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
  /** 处置留痕：处置是否保存记录 / Whether a record of it was kept */
  recorded?: boolean | null;
}

/** 平台采取的措施 / What a platform does to those who break rules */
export type SanctionKind = "warning" | "function-limit" | "traffic-limit" | "stream-pause" | "stream-suspension" | "delisting" | "service-suspension" | "service-termination" | "account-closure" | "registration-ban" | "blacklisting" | "other-sanction";

/** 被处置的是谁 / Who was sanctioned */
export type SanctionedParty = "trader" | "room-operator" | "host" | "agency" | "consumer";

/** 平台对一个经营者、主播、机构或者消费者采取的一次措施 / One measure of the platform against a trader, host, agency or consumer */
export interface Sanction {
  /** 处置种类：采取了什么措施 / The measure */
  kind?: SanctionKind | null;
  /** 处置对象：对谁采取 / Against whom */
  target?: SanctionedParty | null;
  /** 决定日：作出决定的日期 / Day of the decision */
  decided_on?: DateString | null;
  /** 公示工作日数：从决定到公示经过的工作日数；还没有公示的，算到现在 / Working days from the decision to its publication, or to now if not yet published */
  published_workdays?: number | null;
  /** 公示日：公示日；没有公示填空 / Day of publication; null if not published */
  published_on?: DateString | null;
  /** 公示内容齐全：公示是否载明网店名称、违法行为、处理措施 / Whether it names the shop, the breach and the measure */
  publication_complete?: boolean | null;
  /** 期满日：短期措施期满日；没有期限填空 / Last day of a measure limited in time; null if unlimited */
  ends_on?: DateString | null;
  /** 公示撤下日：撤下公示的日期；仍在公示填空 / Day the publication was taken down; null if still shown */
  unpublished_on?: DateString | null;
  /** 理由已告知：是否告知事实、理由和依据 / Whether facts, reasons and basis were told */
  reasons_told?: boolean | null;
  /** 申诉渠道便捷：是否设置便捷的申诉渠道 / Whether an easy way to appeal was given */
  appeal_easy?: boolean | null;
  /** 已申诉：对方是否申诉 / Whether an appeal was made */
  appealed?: boolean | null;
  /** 申诉已复核：申诉是否及时复核处理 / Whether the appeal was reviewed in time */
  appeal_reviewed?: boolean | null;
  /** 申诉已答复：复核结果是否告知申诉人 / Whether the result was told */
  appeal_answered?: boolean | null;
  /** 仅由机器处理：申诉是否仅用人工智能等技术手段处理 / Whether only AI or the like dealt with the appeal */
  by_machine_only?: boolean | null;
  /** 要求人工判定：申诉人是否要求人工判定 / Whether a human decision was asked for */
  human_asked?: boolean | null;
  /** 已人工判定：是否已由人工判定 / Whether a human decided */
  human_decided?: boolean | null;
  /** 处置留痕：是否保存有关记录 / Whether a record was kept */
  recorded?: boolean | null;
  /** 已报县级部门：是否向平台住所地县级以上市场监管、网信部门报告 / Whether reported to the market and cyberspace authorities of the county or above */
  reported?: boolean | null;
  /** 已报省级部门：是否同时向省级市场监管、网信部门报告 / Whether reported to the provincial authorities as well */
  reported_to_province?: boolean | null;
}

/** 列入平台黑名单的一个主体 / Someone on the platform's blacklist */
export interface BlacklistEntry {
  /** 列入日：列入日 / Day of listing */
  listed_on?: DateString | null;
  /** 列入期满日：告知的期限届满日；没有告知期限填空 / Last day of the period told; null if none was told */
  expires_on?: DateString | null;
  /** 移出日：移出日；仍在名单填空 / Day of removal; null if still listed */
  removed_on?: DateString | null;
  /** 措施已解除：移出时是否同步解除处置措施 / Whether the measures were lifted with it */
  measures_lifted?: boolean | null;
  /** 申诉过：是否申诉 / Whether it appealed */
  appealed?: boolean | null;
  /** 复核并告知：是否复核并及时告知结果 / Whether the appeal was reviewed and answered */
  appeal_answered?: boolean | null;
  /** 换号已防范：列入期间是否采取措施防止更换账号、重新注册 / Whether evasion by another or a new account is prevented */
  evasion_prevented?: boolean | null;
}

/** 一次网络安全事件 / A network security incident */
export interface SecurityIncident {
  /** 发生日：发生日 / Day it happened */
  happened_on?: DateString | null;
  /** 已启动预案：是否立即启动应急预案 / Whether the emergency plan was started at once */
  plan_started?: boolean | null;
  /** 已补救：是否采取补救措施 / Whether it was remedied */
  remedied?: boolean | null;
  /** 已报告：是否向主管部门报告 / Whether it was reported */
  reported?: boolean | null;
}

/** 通过平台提供分发服务的一家机构（MCN） / An agency (MCN) that serves through the platform */
export interface ResidentAgency {
  /** 机构名称：机构名称 / Name */
  name?: string | null;
  /** 签入驻协议：是否签订入驻协议 / Whether there is an agreement */
  has_agreement?: boolean | null;
  /** 符合设立条件：登记、经营范围、许可、负责人和内容团队、管理规则是否符合要求 / Whether registration, scope, permits, person in charge, team and rules are in order */
  meets_conditions?: boolean | null;
  /** 已核验条件：签协议前是否核验上述条件 / Whether that was verified before the agreement */
  conditions_verified?: boolean | null;
  /** 提供服务：是否同意入驻并提供服务 / Whether it is admitted and served */
  is_served?: boolean | null;
  /** 入驻日：入驻日 / Day it joined */
  joined_on?: DateString | null;
  /** 备案日：向省级网信部门备案的日期；没有备案填空 / Day it was filed with the provincial cyberspace authority; null if not */
  filed_on?: DateString | null;
  /** 备案工作日数：从入驻到备案经过的工作日数；还没有备案的，算到现在 / Working days from joining to filing, or to now if not yet filed */
  filed_workdays?: number | null;
  /** 变更备案工作日数：从备案信息变更到变更备案经过的工作日数，未办的算到现在；没有变更填空 / Working days from a change to its filing, or to now; null if nothing changed */
  change_filed_workdays?: number | null;
  /** 有后台账号：是否注册后台管理账号 / Whether it has a management account */
  has_console_account?: boolean | null;
  /** 账号展示机构名：签约账号信息页是否显著展示机构名称 / Whether the accounts it has signed show its name prominently */
  name_on_accounts?: boolean | null;
  /** 未展示已提示：发现没有展示的是否及时提示；没有这种情形填空 / Whether missing names were pointed out; null if none were missing */
  missing_name_prompted?: boolean | null;
  /** 违规已处置：违反法律、规则、协议或者没有签协议的，是否采取措施；没有违规填空 / Whether breaches, or service without an agreement, were acted on; null if there were none */
  breach_handled?: boolean | null;
  /** 被清退或关号：是否对其关闭账号、清退或者列入黑名单 / Whether it was expelled, closed or blacklisted */
  was_expelled?: boolean | null;
  /** 清退已报省级：是否将上述措施报告省级网信部门和有关部门 / Whether that was reported to the provincial authorities */
  expulsion_reported?: boolean | null;
}

/** 平台对人工智能生成合成内容的标识 / How the platform labels AI-made content */
export interface AiLabelling {
  /** 核验元数据：是否核验文件元数据中的隐式标识 / Whether file metadata are checked for implicit labels */
  checks_metadata?: boolean | null;
  /** 标明属于：核验到隐式标识的，是否在内容周边显著提示属于生成合成内容 / Whether content with an implicit label is marked as AI-made */
  marks_known?: boolean | null;
  /** 标明可能：用户声明的，是否提示可能为生成合成内容 / Whether content that users declare is marked as possibly AI-made */
  marks_declared?: boolean | null;
  /** 标明疑似：检测到痕迹的，是否提示疑似生成合成内容 / Whether content with traces is marked as suspected AI-made */
  marks_suspected?: boolean | null;
  /** 提供标识功能：是否提供必要的标识功能 / Whether users can label */
  offers_label?: boolean | null;
  /** 提醒声明：是否提醒用户主动声明 / Whether users are reminded to declare */
  asks_declaration?: boolean | null;
  /** 写入传播要素：是否在元数据中添加生成属性、平台名称或者编码、内容编号 / Whether the platform writes nature, its name or code and content number into the metadata */
  adds_metadata?: boolean | null;
  /** 提供生成服务：平台自己是否提供人工智能生成合成服务 / Whether it offers AI generation itself */
  offers_generation?: boolean | null;
  /** 文本标识：生成的文本是否有文字或者符号提示；不生成文本填空 / Text labelled; null if it makes none */
  labels_text?: boolean | null;
  /** 音频标识：生成的音频是否有语音、节奏或者界面提示；不生成填空 / Audio labelled; null if it makes none */
  labels_audio?: boolean | null;
  /** 图片标识：生成的图片是否有显著提示；不生成填空 / Images labelled; null if it makes none */
  labels_images?: boolean | null;
  /** 视频标识：生成的视频在起始画面和播放周边是否有显著提示；不生成填空 / Video labelled in the opening frame and around the player; null if it makes none */
  labels_video?: boolean | null;
  /** 场景标识：虚拟场景起始画面是否有显著提示；不生成填空 / Virtual scenes labelled at the start; null if it makes none */
  labels_scenes?: boolean | null;
  /** 导出含标识：下载、复制、导出的文件是否含显式标识 / Whether downloads and exports carry the visible label */
  exports_labelled?: boolean | null;
  /** 添加隐式标识：文件元数据是否添加隐式标识 / Whether metadata carry the implicit label */
  adds_implicit_label?: boolean | null;
  /** 协议写明标识：用户协议是否写明标识方法、样式并提示阅读 / Whether the user agreement explains labelling and asks users to read it */
  agreement_states_labels?: boolean | null;
  /** 提供无标识内容：是否应用户申请提供没有显式标识的内容 / Whether it hands out content without a visible label on request */
  hands_out_unlabelled?: boolean | null;
  /** 无标识协议：是否先以协议明确用户的标识义务和使用责任 / Whether the user first agreed to label and to be responsible */
  unlabelled_agreed?: boolean | null;
  /** 日志保存：提供对象等日志计划保存的时间 / How long the logs of that are kept */
  log_kept?: string | null;
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
  /** 主体公示：平台自己的主体信息 / Disclosure of the platform itself */
  disclosure?: ShopDisclosure | null;
  /** 停业：平台自行终止经营；没有终止填空 / Closing down; null if not closing */
  closing?: Closing | null;
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
  /** 被删评价含违法：被删除的评价是否都含有禁止发布的信息 / Whether the reviews deleted all held information that may not be published */
  deleted_reviews_unlawful?: boolean | null;
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
  /** 身份信息保存：经营者身份信息自其退出平台起计划保存的时间 / How long traders' identities are kept after they leave */
  identity_kept?: string | null;
  /** 交易信息起算：交易信息的保存期从哪天起算 / The day from which trade records are kept */
  trade_records_start?: RetentionStart | null;
  /** 直播视频起算：直播视频的保存期从哪天起算 / The day from which recordings are kept */
  recordings_start?: RetentionStart | null;
  /** 身份信息起算：身份信息的保存期从哪天起算 / The day from which identities are kept */
  identity_start?: RetentionStart | null;
  /** 留存抽查：抽查的记录 / Records that were looked at */
  retention_samples?: RetentionSample[] | null;
  /** 信息完整保密可用：商品服务信息、交易信息是否完整、保密、可用 / Whether records are whole, confidential and usable */
  records_intact?: boolean | null;
  /** 报送要素齐全：报送是否含名称（姓名）、代码（证件号）、实际经营地址、联系方式、网店名称和网址，未登记者的自我声明 / Whether reports hold name, code or document, address, contact, shop name and link, and declarations of the unregistered */
  reports_complete?: boolean | null;
  /** 超额者已标示：年交易额超过十万元的未登记经营者，报送时是否特别标示；没有填空 / Whether unregistered traders above 100,000 yuan are marked in the report; null if there are none */
  over_limit_marked?: boolean | null;
  /** 超额者已提醒：是否动态监测未登记经营者，超过十万元的及时提醒登记；没有超过的填空 / Whether unregistered traders are watched and reminded once above 100,000 yuan; null if there are none */
  over_limit_reminded?: boolean | null;
  /** 报送税务：是否依法向税务部门报送经营者身份和涉税信息 / Whether identities and tax information went to the tax authority */
  reported_tax?: boolean | null;
  /** 提示税务登记：是否提示免登记经营者办理税务登记 / Whether exempt traders are reminded to register for tax */
  reminds_tax?: boolean | null;
  /** 出具场所材料：经营者为登记申请网络经营场所材料的，是否出具；没有申请填空 / Whether traders get papers on their online premises; null if none asked */
  issues_premises_papers?: boolean | null;
  /** 应要求提供数据：主管部门依法要求的数据、信息是否提供；没有要求填空 / Whether data that authorities lawfully asked for were given; null if none were */
  gives_data?: boolean | null;
  /** 应要求提供经营数据：市场监管部门要求的价格、销量、销售额等数据是否提供；没有要求填空 / Whether prices, units and sales that the market authority asked for were given; null if none were */
  gives_sales_data?: boolean | null;
  /** 检查监控制度：是否对经营者及其发布的信息建立检查监控制度 / Whether traders and what they publish are checked and watched */
  has_monitoring?: boolean | null;
  /** 未公示者已处置：对没有依法公示的经营者是否采取必要措施；没有填空 / Whether traders who do not disclose were acted on; null if there are none */
  undisclosed_handled?: boolean | null;
  /** 生命健康资质审核：关系生命健康的商品服务，是否审核经营者资质资格；没有填空 / Whether traders of goods for life and health had their qualifications reviewed; null if there are none */
  health_traders_reviewed?: boolean | null;
  /** 安全技术措施：是否采取技术措施保证网络安全、稳定运行 / Whether network security is ensured by technical means */
  has_security_measures?: boolean | null;
  /** 应急预案：是否制定网络安全事件应急预案 / Whether there is an emergency plan */
  has_emergency_plan?: boolean | null;
  /** 安全事件列表：网络安全事件 / Security incidents */
  security_incidents?: SecurityIncident[] | null;
  /** 处置列表：对经营者、直播间、主播、机构、消费者采取的措施 / Measures taken against traders, rooms, hosts, agencies, consumers */
  sanctions?: Sanction[] | null;
  /** 集中交易：是否采取集中竞价、做市商等集中交易方式，或者标准化合约交易 / Whether there is call auction, market making or trade in standard contracts */
  exchange_trading?: boolean | null;
  /** 限制多平台经营：是否以搜索降权、下架、屏蔽、提高收费等限制经营者在多个平台经营 / Whether traders are demoted, delisted or charged more for selling elsewhere */
  punishes_multihoming?: boolean | null;
  /** 限制选择快递：是否限制经营者自主选择快递物流等服务 / Whether traders' choice of carriers and the like is limited */
  limits_carriers?: boolean | null;
  /** 在线争议解决：是否建立争议在线解决机制 / Whether disputes can be settled online */
  has_online_dispute_resolution?: boolean | null;
  /** 争议规则公示：是否制定并公示争议解决规则 / Whether the rules for that are published */
  dispute_rules_published?: boolean | null;
  /** 规则内容：规则写了什么、怎么展示、怎么执行 / What the rules say, how they are shown and carried out */
  rule_content?: RuleContent | null;
  /** 规则内容齐备：协议和规则是否写明进退平台、质量保障、消费者保护、个人信息保护的权利义务 / Whether agreement and rules cover entry and exit, quality, consumers and personal data */
  rules_complete?: boolean | null;
  /** 历史版本齐全：新版生效前三年的全部历史版本是否齐全，并能便利、完整阅览下载 / Whether all versions of the three years before are there to read and download */
  rule_versions_complete?: boolean | null;
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
  /** 提供直播电商：不是专门的直播平台，但也为直播电商提供经营场所、撮合交易、发布信息等服务 / No livestream platform by trade, but it serves livestream commerce as well */
  serves_livestreams?: boolean | null;
  /** 取得主播信息：主播首次直播前，是否要求运营者提供经核验的身份、机构、资质职务信息 / Whether operators give hosts' verified identity, agency and qualifications before a first stream */
  gets_host_details?: boolean | null;
  /** 为不符者服务：是否为身份不符或者依规定不得从事直播电商的人员提供服务 / Whether persons who do not match, or may not stream, are served */
  serves_unverified_hosts?: boolean | null;
  /** 直播中及时处置：直播中发现的违法行为是否及时警示、限流、暂停；没有发现填空 / Whether breaches found during streams were acted on at once; null if none were found */
  acts_during_streams?: boolean | null;
  /** 黑名单列表：列入黑名单的主体 / Those on the blacklist */
  blacklisted?: BlacklistEntry[] | null;
  /** 防范滥用投诉：是否采取措施识别、防范、处置滥用投诉机制的行为 / Whether abuse of complaints is detected and dealt with */
  prevents_complaint_abuse?: boolean | null;
  /** 投诉集中已巡查：对投诉集中的运营者、主播是否及时技术监测、实时巡查；没有填空 / Whether those with many complaints are monitored and patrolled; null if there are none */
  complained_rooms_watched?: boolean | null;
  /** 直播备案：是否依规履行备案手续 / Whether the platform is filed as the rules require */
  is_filed?: boolean | null;
  /** 安全评估：是否按规定开展安全评估 / Whether a security assessment was made */
  is_security_assessed?: boolean | null;
  /** 未成年人保护机制：是否建立未成年人保护机制、措施 / Whether minors are protected */
  protects_minors?: boolean | null;
  /** 直播合作协议：是否与运营者、机构签订协议，要求规范主播管理、审核内容和商品 / Whether agreements bind operators and agencies to manage hosts and review content and goods */
  has_room_agreements?: boolean | null;
  /** 风险识别模型：是否建立风险识别模型，对高风险行为弹窗提示、警示、限流、暂停 / Whether a risk model warns of, limits or pauses risky conduct */
  has_risk_model?: boolean | null;
  /** 场外交易警示：是否显著警示用户平台外私下交易的风险 / Whether users are warned of trade outside the platform */
  warns_off_platform_trade?: boolean | null;
  /** 专业资质审核：主播报备的执业资质是否审核并备案；没有报备填空 / Whether qualifications that hosts filed were reviewed and recorded; null if none were filed */
  reviews_qualifications?: boolean | null;
  /** 入驻机构列表：入驻的分发服务机构 / Agencies that serve through the platform */
  agencies?: ResidentAgency[] | null;
  /** 机构服务规范：规则是否明确机构服务规范 / Whether the rules set standards for agencies */
  has_agency_rules?: boolean | null;
  /** 机构规范变更公示：机构服务规范重大变更是否征求机构意见并公示；没有变更填空 / Whether major changes of them were consulted on and published; null if there were none */
  agency_rule_changes_consulted?: boolean | null;
  /** 机构规范年度备案：最近一个到期年度是否在十二月三十一日前备案；尚未到期填空 / Whether they were filed by 31 December of the last year due; null if not yet due */
  agency_rules_filed?: boolean | null;
  /** 机构分级管理：是否对机构分类分级管理 / Whether agencies are graded */
  grades_agencies?: boolean | null;
  /** 机构合规指导：是否定期组织机构学习法规并提供合规指导 / Whether agencies are instructed and advised */
  instructs_agencies?: boolean | null;
  /** 机构投诉通道：是否建立对机构的投诉、举报通道并及时处理 / Whether the public can complain of agencies and is answered */
  has_agency_complaints?: boolean | null;
  /** 机构投诉计入评估：属实投诉和内容管理情况是否作为评估机构的重要依据 / Whether well-founded complaints count in assessing agencies */
  agency_complaints_count?: boolean | null;
  /** 智能标识：人工智能生成合成内容的标识 / Labelling of AI-made content */
  ai_labelling?: AiLabelling | null;
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
  /** 公平竞争：公平竞争和价格管理 / Fair competition and prices */
  fairness?: PlatformFairness | null;
  /** 食品平台：对网络食品交易的管理；没有食品填空 / Duties for food; null if none is carried */
  food?: FoodPlatform | null;
  /** 化妆品平台：对化妆品经营者的管理；没有化妆品填空 / Duties for cosmetics; null if none are carried */
  cosmetics?: CosmeticsPlatform | null;
  /** 药品平台：对药品网络销售的管理；没有药品填空 / Duties for medicine; null if none is carried */
  drugs?: DrugPlatform | null;
  /** 未成年人网络保护：对未成年人的网络保护 / Protection of minors online */
  minors?: MinorsOnline | null;
  /** 广告业务：平台自己的广告业务管理 / How the platform runs its own advertising */
  advertising?: AdBusiness | null;
  /** 广告平台：对利用其服务发布广告的管理 / How it manages advertising by its users */
  ad_platform?: AdPlatform | null;
  /** 退货制度：七日无理由退货制度 / Arrangements for the seven-day return */
  return_system?: ReturnSystem | null;
  /** 更优承诺要求：是否有消费者按平台的先行赔付等更有利承诺提出要求 / Whether a consumer called on a better promise of the platform, such as advance compensation */
  better_promise_called?: boolean | null;
  /** 更优承诺履行：该承诺是否已履行；没有要求填空 / Whether that promise was kept; null if not called on */
  better_promise_kept?: boolean | null;
  /** 商家不明：消费者索赔时，是否提供不了商家的真实名称、地址、有效联系方式 / Whether, when a consumer claims, the trader's true name, address and contact cannot be given */
  trader_unknown?: boolean | null;
  /** 商家不明赔偿：提供不了时，是否应消费者要求赔偿；没有这种情形填空 / Whether it then pays on request; null if that did not happen */
  pays_for_unknown_trader?: boolean | null;
  /** 发送商业信息：是否向消费者发送商业性信息 / Whether commercial messages are sent */
  sends_messages?: boolean | null;
  /** 消费者同意接收：消费者是否同意或者请求接收 / Whether the recipients agreed to or asked for them */
  messages_consented?: boolean | null;
  /** 拒收方式：是否提供显著、简便、免费的拒收方式 / Whether a clear, easy, free way to refuse is given */
  messages_opt_out?: boolean | null;
  /** 短信表明身份：发送的信息是否明示发送者的真实身份和联系方式 / Whether messages name the true sender and contact */
  messages_name_sender?: boolean | null;
  /** 拒绝后停止发送：有人拒绝、取消后是否立即停止；没有人拒绝填空 / Whether sending and calling stop at once on refusal; null if nobody refused */
  messages_stop_on_refusal?: boolean | null;
  /** 换名再发：有人拒绝后是否更换名义再次发送；没有人拒绝填空 / Whether they go on under another name; null if nobody refused */
  messages_resent_renamed?: boolean | null;
  /** 拨打商业电话：是否拨打商业性电话 / Whether commercial calls are made */
  makes_calls?: boolean | null;
  /** 电话同意：接听人是否同意 / Whether those called agreed */
  calls_consented?: boolean | null;
  /** 个人信息：个人信息处理情况 / How personal data are handled */
  personal_data?: DataHandling | null;
  /** 算法推荐：算法推荐服务；不提供填空 / Recommendation by algorithm; null if none */
  algorithm?: Algorithm | null;
}

/** 保存期限从哪一天起算 / The day from which records are kept */
export type RetentionStart = "stream-started" | "stream-ended" | "ordered" | "paid" | "shipped" | "trade-completed" | "trader-joined" | "trader-left" | "consultation-opened" | "consultation-closed" | "record-made";

/** 应当保存的记录 / Records that have to be kept */
export type RetainedRecords = "trade-records" | "stream-recordings" | "trader-identity" | "selection-records" | "host-records" | "correction-records" | "consultation-file" | "generation-log";

/** 抽查到的一份记录 / One record, and how long it was kept */
export interface RetentionSample {
  /** 事项：是什么记录 / What record it is */
  kind?: RetainedRecords | null;
  /** 起算日：法律规定的起算日，如交易完成日、直播结束日、退出平台日 / The day from which the law counts: trade completed, stream ended, trader left … */
  starts_on?: DateString | null;
  /** 销毁日：删除、销毁的日期；仍在保存填空 / Day it was deleted; null if still kept */
  deleted_on?: DateString | null;
}

/** 平台规则的展示、内容和执行 / How the platform's rules are shown, what they say, how they are carried out */
export interface RuleContent {
  /** 应用首页公示：网站和应用程序首页是否都显著、持续公示规则（或其链接）；没有应用程序的看网站 / Whether rules, or a link, are shown on the home page of the site and of the app */
  shown_in_app?: boolean | null;
  /** 可检索：规则展示页面是否有检索功能 / Whether the page of rules can be searched */
  searchable?: boolean | null;
  /** 重大条款加粗：收费、争议解决等重大利害内容是否以加粗等显著方式提示 / Whether fees, disputes and other key terms stand out, for instance in bold */
  key_terms_bold?: boolean | null;
  /** 应要求解释：是否按经营者、消费者要求解释条款；没有要求填空 / Whether terms are explained on request; null if nobody asked */
  explained_on_request?: boolean | null;
  /** 沟通协商机制：是否建立重大事项沟通协商机制并定期开展 / Whether key matters are regularly talked over with those concerned */
  has_consultation?: boolean | null;
  /** 意见资料保存：征求意见资料自征求意见结束起计划保存的时间 / How long the file of opinions is kept from the end of the consultation */
  consultation_file_kept?: string | null;
  /** 意见资料起算：征求意见资料的保存期从哪天起算 / The day from which that file is kept */
  consultation_file_start?: RetentionStart | null;
  /** 限制申诉：是否对经营者、消费者的申诉权利作不合理限制 / Whether the right to appeal is unreasonably limited */
  limits_appeals?: boolean | null;
  /** 写明纠纷机制：是否写明交易纠纷解决机制 / Whether the rules say how disputes are settled */
  states_dispute_process?: boolean | null;
  /** 举证不公：纠纷各方的举证责任是否不公平 / Whether the burden of proof is set unfairly */
  burden_of_proof_unfair?: boolean | null;
  /** 减轻举证：是否减轻一方的举证责任 / Whether one side's burden of proof is eased */
  eases_proof?: boolean | null;
  /** 防范举证滥用：减轻举证的，是否采取措施识别、防范、处置滥用 / Whether abuse of that is detected and dealt with */
  prevents_proof_abuse?: boolean | null;
  /** 委托执行：是否委托第三方执行规则 / Whether third parties carry out the rules */
  uses_contractors?: boolean | null;
  /** 受托人已培训：是否对受托机构和人员作必要培训 / Whether they are trained */
  contractors_trained?: boolean | null;
  /** 信息安全条款：是否以显著方式写明商品服务、交易、评论等信息安全条款，要求不得发布违法信息 / Whether a clear clause on the safety of goods, trade and review information forbids unlawful content */
  has_information_clause?: boolean | null;
  /** 个人信息条款：是否写明经营者处理个人信息的规范，合理界定双方权利义务 / Whether the rules say how traders handle personal data and who owes what */
  has_personal_data_clause?: boolean | null;
  /** 接入第三方：是否接入第三方产品和服务 / Whether products and services of third parties are connected */
  has_third_parties?: boolean | null;
  /** 第三方数据义务：规则是否写明第三方的网络数据安全保护权利义务 / Whether the rules set their duties on data security */
  third_party_data_duties?: boolean | null;
  /** 非法处理数据：是否利用规则非法处理用户数据、无正当理由限制用户数据权益 / Whether the rules are used to handle users' data unlawfully or to limit users' rights without reason */
  unlawful_data_use?: boolean | null;
  /** 未成年人多：未成年用户是否数量巨大或者对未成年人影响显著 / Whether it has very many minors as users, or marked influence on them */
  has_many_minors?: boolean | null;
  /** 未成年人规则：是否制定专门规则，明确经营者的未成年人保护义务 / Whether special rules set traders' duties to minors */
  has_minors_rules?: boolean | null;
  /** 未成年人提示：是否显著提示未成年用户的权利和救济途径 / Whether minors are clearly told their rights and remedies */
  minors_told?: boolean | null;
  /** 强制退款不退货：是否强制或者变相强制经营者承担退款不退货等售后责任 / Whether traders are forced to refund without return */
  forces_refund_without_return?: boolean | null;
  /** 强制增值服务：是否强制开通非必需的增值服务 / Whether traders must take extras they do not need */
  forces_extras?: boolean | null;
  /** 强制推广促销：是否强制参加推广、促销 / Whether traders must join promotions */
  forces_promotion?: boolean | null;
  /** 强制独家：是否强制仅在特定平台经营 / Whether traders may sell on certain platforms only */
  forces_exclusivity?: boolean | null;
  /** 强制低于成本：是否强制按定价规则低于成本销售 / Whether pricing rules force sales below cost */
  forces_below_cost?: boolean | null;
  /** 重复收费：是否重复收费 / Whether fees are charged twice */
  double_fees?: boolean | null;
  /** 收费少服务：是否只收费不服务、少服务 / Whether fees are charged for no service or less of it */
  fees_without_service?: boolean | null;
  /** 转嫁费用：是否转嫁应由平台承担的费用 / Whether the platform's own costs are passed on */
  shifts_costs?: boolean | null;
  /** 经营数据收费：是否对提供经营者的基础经营数据收费 / Whether traders pay for their own basic data */
  charges_for_own_data?: boolean | null;
  /** 强制购买收费：是否强制购买服务、参加推广并收费 / Whether services or promotions are forced and charged */
  forces_paid_services?: boolean | null;
  /** 保证金变相收费：是否以明显不合理的保证金等变相收费、提高收费 / Whether deposits plainly beyond reason are fees in disguise */
  fees_by_deposit?: boolean | null;
  /** 经营者差别收费：提供相同服务时，是否对同等交易条件的经营者价格歧视 / Whether equal traders are charged differently for the same */
  discriminates_traders?: boolean | null;
  /** 违约金过高：收取的违约金、赔偿金是否明显超出合理水平 / Whether contract penalties are plainly excessive */
  excessive_penalty?: boolean | null;
  /** 违约金依据告知：收取时是否告知计算依据和方法；没有收取填空 / Whether their basis is told when they are charged; null if none are */
  penalty_basis_told?: boolean | null;
  /** 消费者违约金过高：要求消费者承担的违约金、赔偿金是否超过法定或者合理数额 / Whether consumers owe penalties above the legal or reasonable amount */
  consumer_penalty_excessive?: boolean | null;
  /** 限制消费者选择：是否排除、限制消费者自主选择商品服务 / Whether consumers' choice is excluded or limited */
  limits_consumer_choice?: boolean | null;
  /** 限制消费者索赔：是否排除、限制消费者请求违约金、赔偿金 / Whether consumers' claims for penalties or damages are limited */
  limits_consumer_claims?: boolean | null;
  /** 限制消费者投诉：是否排除、限制消费者投诉、举报、调解、仲裁、诉讼 / Whether consumers' complaints, mediation, arbitration or suits are limited */
  limits_consumer_complaints?: boolean | null;
  /** 其他减损消费者：是否以其他方式排除限制消费者权利、减免平台责任、不合理加重消费者责任 / Whether consumers' rights are cut, or burdens added, in another way */
  harms_consumers_otherwise?: boolean | null;
  /** 不知情差别价：是否在消费者不知情时，对同一商品同等条件设不同价格、收费标准 / Whether the same goods on the same terms have different prices that consumers do not know of */
  hidden_price_differences?: boolean | null;
  /** 提供会员服务：平台是否提供会员服务 / Whether the platform sells a membership */
  has_membership?: boolean | null;
  /** 会员期内减损：约定服务期内是否单方修改规则收额外费用、减损会员权益 / Whether extra fees are charged or benefits cut within the agreed period */
  cuts_membership?: boolean | null;
  /** 续购前告知：消费者继续购买会员前，是否显著告知权益变化；没有变化填空 / Whether changed benefits are clearly told before renewal; null if nothing changed */
  tells_changes_before_renewal?: boolean | null;
  /** 会员终止退费：因客观情况无法按原规则服务、消费者要求终止的，是否据实退费；没有填空 / Whether members who end it because service failed are refunded; null if there were none */
  refunds_membership?: boolean | null;
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
  /** 公示属实：公示的信息是否真实、现行有效、属于自己 / Whether what is shown is true, valid now and its own */
  is_true?: boolean | null;
  /** 更新日：更新公示日 / Day the disclosure was updated */
  updated_on?: DateString | null;
  /** 更新工作日数：从变更到更新经过的工作日数；还没有更新的，算到现在 / Working days from the change to the update, or to now if not yet updated */
  updated_workdays?: number | null;
  /** 变更报送日：向平台报送变更的日期；没有报送填空 / Day the change was reported to the platform; null if not */
  change_reported_on?: DateString | null;
  /** 变更报送工作日数：从变更到报送平台经过的工作日数；还没有报送的，算到现在 / Working days from the change to the report to the platform, or to now if not yet reported */
  change_reported_workdays?: number | null;
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
  /** 权益保障措施：是否采取合理、必要、及时的措施保障消费者和相关经营者的权益 / Whether reasonable and timely steps protect consumers and other traders */
  rights_safeguarded?: boolean | null;
  /** 公示联系方式：公告是否写明有效联系方式 / Whether the notice states a valid contact */
  contact_stated?: boolean | null;
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
  /** 申请及时办理：收到查询、更正、删除申请，核实身份后是否及时办理；没有申请填空 / Whether requests to see, correct or delete were met in time once identity was checked; null if none */
  requests_handled?: boolean | null;
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
  /** 在平台开店：是否在他人的平台上开店；自建网站、自有小程序填否 / Whether the shop is on another's platform; false for a site or mini program of its own */
  on_platform?: boolean | null;
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
  /** 应要求提供数据：主管部门依法要求的数据、信息是否提供；没有要求填空 / Whether data that authorities lawfully asked for were given; null if none were */
  gives_data?: boolean | null;
  /** 应要求提供经营数据：市场监管部门要求的价格、销量、销售额等数据是否提供；没有要求填空 / Whether prices, units and sales that the market authority asked for were given; null if none were */
  gives_sales_data?: boolean | null;
  /** 首次纳税义务日：免登记经营者首次纳税义务发生日；还没有发生填空 / Day an exempt trader first owed tax; null if not yet */
  first_tax_due_on?: DateString | null;
  /** 税务登记：是否已申请办理税务登记 / Whether registration for tax was applied for */
  tax_registered?: boolean | null;
  /** 网络场所数：有几个网络经营场所 / How many online places of business there are */
  online_premises?: number | null;
  /** 场所一并登记：以网络经营场所登记的，各网络经营场所是否一并登记；没有以网络场所登记填空 / Whether all online places of business were registered together; null if none is registered as such */
  premises_all_registered?: boolean | null;
  /** 发送商业信息：是否向消费者发送商业性信息 / Whether commercial messages are sent */
  sends_messages?: boolean | null;
  /** 消费者同意接收：消费者是否同意或者请求接收 / Whether the recipients agreed to or asked for them */
  messages_consented?: boolean | null;
  /** 拒收方式：是否提供显著、简便、免费的拒收方式 / Whether a clear, easy, free way to refuse is given */
  messages_opt_out?: boolean | null;
  /** 短信正文：发送的商业性信息正文 / Words of the messages */
  message_text?: Copy | null;
  /** 价格行为：价格管理和价格行为 / How it manages and sets prices */
  price_conduct?: PriceConduct | null;
  /** 竞争行为：竞争行为 / How it competes */
  competition?: Competition | null;
  /** 短信表明身份：发送的广告是否明示发送者的真实身份和联系方式 / Whether messages name the true sender and contact */
  messages_name_sender?: boolean | null;
  /** 拒绝后停止发送：有人拒绝、取消后是否立即停止；没有人拒绝填空 / Whether sending and calling stop at once on refusal; null if nobody refused */
  messages_stop_on_refusal?: boolean | null;
  /** 换名再发：有人拒绝后是否更换名义再次发送；没有人拒绝填空 / Whether they go on under another name; null if nobody refused */
  messages_resent_renamed?: boolean | null;
  /** 拨打商业电话：是否拨打商业性电话 / Whether commercial calls are made */
  makes_calls?: boolean | null;
  /** 电话同意：接听人是否同意 / Whether those called agreed */
  calls_consented?: boolean | null;
  /** 真实名称标明：首页、视频画面、语音、商品目录等处是否显著标明真实名称和标记 / Whether real name and mark are clear on the home page, in pictures, voice or catalogue */
  real_name_shown?: boolean | null;
  /** 实际提供者：由其他经营者实际提供的，该经营者的信息；没有填空 / Who really provides, where it is another trader; null if not */
  actual_provider?: ActualProvider | null;
  /** 答复询问：对质量、使用方法等询问是否作真实、明确的答复；没有询问填空 / Whether questions on quality and use are answered truly and clearly; null if none were asked */
  answers_truly?: boolean | null;
  /** 承诺列表：公开作出的承诺；没有则为空列表 / Promises made in public; [] if none */
  promises?: Promise[] | null;
  /** 隐匿评价：是否篡改、屏蔽、隐匿用户评价 / Whether reviews are altered, blocked or hidden */
  hides_reviews?: boolean | null;
  /** 评价含违法信息：被处理的评价是否含法律、行政法规、规章禁止发布的信息 / Whether the reviews so treated hold information that may not be published */
  reviews_unlawful?: boolean | null;
  /** 价目齐全：全部商品、服务是否都显著标明品名（内容）、价格和计价单位（计价方法） / Whether all goods and services show name or content, price and unit or way of charging */
  prices_all_marked?: boolean | null;
  /** 投诉及时解决：收到的投诉、争议是否及时解决；没有填空 / Whether complaints are settled in time; null if none */
  complaints_settled?: boolean | null;
  /** 预付款：预收款；不预收填空 / Payment in advance; null if none */
  prepayment?: Prepayment | null;
  /** 场所迁移：迁移服务场所；不迁移填空 / Moving the place of service; null if not */
  moving?: Moving | null;
  /** 个人信息：个人信息处理情况；不处理填空 / How personal data are handled; null if not at all */
  personal_data?: DataHandling | null;
  /** 退货检验程序：是否有无理由退货的检验和处理程序 / Whether returned goods are inspected and dealt with by a procedure */
  inspects_returns?: boolean | null;
  /** 质量管理：商品质量管理 / Management of quality */
  quality?: QualityManagement | null;
  /** 食品经营：食品经营管理 / Management of a food business */
  food?: FoodBusiness | null;
  /** 化妆品经营：化妆品经营管理 / Management of a cosmetics business */
  cosmetics?: CosmeticsBusiness | null;
  /** 药品经营：药品网络销售管理 / Management of an online drug business */
  drugs?: DrugBusiness | null;
  /** 烟草经营：烟草制品零售管理 / Management of tobacco retail */
  tobacco?: TobaccoBusiness | null;
  /** 未成年人限售：不向未成年人销售烟、酒、彩票 / No sale of tobacco, alcohol, lottery tickets to minors */
  minor_sales?: MinorSales | null;
  /** 信用：信用信息 / Credit record */
  credit?: CreditRecord | null;
  /** 广告业务：广告业务管理 / How advertising is run */
  advertising?: AdBusiness | null;
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
  /** 续费前提示天数：在续费日之前几日提示；没有提示填空 / Days before the renewal that it is announced; null if not */
  notice_days?: number | null;
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
  /** 退货例外确认：购买不适用七日无理由退货商品时是否逐次确认；没有这类商品填空 / Whether the buyer confirms, each time, that the seven-day return does not apply; null if there are no such goods */
  return_exclusion_confirmed?: boolean | null;
  /** 收取个人信息必要：收集的个人信息是否限于交易所必需 / Whether only data needed for the trade are collected */
  data_necessary?: boolean | null;
  /** 强制交易：是否强制或者变相强制购买，例如自动下单、不买甲就不能买乙 / Whether a purchase is forced, openly or in effect */
  forces_purchase?: boolean | null;
  /** 排除其他经营者：是否排除、限制消费者选择其他经营者 / Whether other traders are shut out */
  excludes_others?: boolean | null;
  /** 技术强制交易：是否用格式条款并借助技术手段强制交易 / Whether standard terms with technical means force the trade */
  terms_with_technology?: boolean | null;
  /** 条款按要求说明：消费者要求时是否说明格式条款；没有要求填空 / Whether terms are explained on request; null if not asked */
  terms_explained?: boolean | null;
  /** 先消费后结算：服务是否先消费后结算 / Whether services are paid for after they are consumed */
  pays_after_service?: boolean | null;
  /** 结算清单：结算清单；没有出具填空 / The bill; null if none is given */
  bill?: Bill | null;
  /** 券使用列表：券、积分的使用；没有则为空列表 / Coupons and points used; [] if none */
  coupon_uses?: CouponUse[] | null;
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
  /** 有奖销售：有奖销售的进行；没有填空 / How the prize sale is run; null if none */
  prize_sale?: PrizeSale | null;
  /** 有附加条件：价格促销是否附加条件 / Whether the price promotion has conditions */
  has_conditions?: boolean | null;
  /** 限时促销：是否限时减价、折价 / Whether reductions are limited in time */
  is_timed?: boolean | null;
  /** 期限标明：限时的期限是否显著标明 / Whether the period is clearly shown */
  period_shown?: boolean | null;
  /** 折抵办法公开：券、积分折抵价款的具体办法是否标明或者公开；不用券填空 / Whether the way coupons and points count is public; null if none are used */
  coupon_method_shown?: boolean | null;
  /** 折抵基准价：没有公开办法时，实际用来计算折抵的价格，元 / Where the way is not public: the price the coupon was counted on, yuan */
  coupon_base_price?: Money | null;
  /** 兑换时标价：接受兑换时的标价，元 / Marked price when the coupon was taken, yuan */
  marked_price_at_redemption?: Money | null;
  /** 实际与公布一致：实际的促销范围、规则与公布的是否一致 / Whether range and rules in practice are those published */
  runs_as_published?: boolean | null;
  /** 不利条件弱化：对买家不利的条件是否没有标示或者显著弱化 / Whether terms that disadvantage buyers are hidden or played down */
  adverse_terms_weakened?: boolean | null;
}

/** Anything that can be checked. */
export type Subject = AfterSale | Agency | Listing | Livestream | Platform | Shop | Checkout | Promotion;
