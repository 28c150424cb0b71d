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
  /** 批准文件真实：广告审查批准文件是否真实、属于本广告主 / Whether the approval is genuine and the advertiser's own */
  approval_genuine?: boolean | null;
  /** 资格已失效：主体资格、注册备案或者生产许可是否已被吊销、撤销、注销 / Whether licence, registration or production permit was revoked or cancelled */
  applicant_lapsed?: boolean | null;
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
  /** 明星脚本提供：选用代言人是否提供脚本、提示风险，体验商品与消费者所购一致；没有代言填空 / Whether endorsers get script and warnings, and goods as consumers do; null if none */
  script_given?: boolean | null;
}

/** 互联网平台对利用其服务发布广告的管理 / How a platform manages advertising by its users */
export interface AdPlatform {
  /** 用户身份保存：发布广告用户的真实身份信息自服务终了之日起保存的时间 / How long identities of advertising users are kept from the end of the service */
  identities_kept?: string | null;
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
  /** 保存总时间：没有保质期、期限不足一年的，记录保存的时间 / How long records are kept where there is no such period, or one of less than a year */
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
  /** 仅售预包装：是否只销售预包装食品 / Sells prepackaged food only */
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
  /** 定期查库存：是否定期检查库存，及时清理变质、过期食品 / Whether stock is checked and spoiled or expired food removed */
  stock_checked?: boolean | null;
  /** 问题食品隔离：变质、过期、回收的食品是否显著标示或者单独存放、销毁并记录 / Whether spoiled, expired and recalled food is marked or set apart, destroyed and recorded */
  bad_food_set_apart?: boolean | null;
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
  /** 事故方案：企业是否制定食品安全事故处置方案 / Whether there is a plan for food incidents */
  has_incident_plan?: boolean | null;
  /** 事故已处置报告：发生食品安全事故后是否立即控制并及时报告；没有发生填空 / Whether an incident was contained and reported at once; null if there was none */
  incident_handled?: boolean | null;
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
  /** 不良反应报告：发现的不良反应是否报告；没有发现填空 / Whether adverse reactions found were reported; null if none */
  reactions_reported?: boolean | null;
  /** 进口商：是否进口商 / Is an importer */
  is_importer?: boolean | null;
  /** 进口审核：进口商是否审核注册备案和标准并记录 / Whether the importer checks registration and standards, with records */
  imports_checked?: boolean | null;
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

/** 标签、标识、包装上的一个事项 / An item of a label, mark or package */
export type LabelItem = "name" | "maker-name" | "maker-address" | "maker-contact" | "dealer-contact" | "conformity" | "spec" | "main-content" | "net-content" | "ingredients" | "additives" | "nutrients" | "produced-on" | "batch" | "shelf-life" | "use-by" | "standard" | "storage" | "licence-number" | "usage" | "dosage" | "warning" | "additive-words" | "gm-mark" | "irradiation-mark" | "origin" | "importer" | "for-whom" | "not-for-whom" | "functional-content" | "not-a-drug" | "health-food-warning" | "registration-number" | "registrant" | "contract-maker" | "children-cosmetics-mark" | "ccc-mark" | "tar" | "smoking-warning" | "child-notes";

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
  /** 须作警示：使用不当是否易损坏或者危及人身、财产安全 / Whether wrong use damages it or endangers people or property */
  needs_warning?: boolean | null;
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
  /** 只有瑕疵：不符之处是否只是不影响安全、不会误导的瑕疵 / Whether what is wrong is only a flaw that neither endangers nor misleads */
  only_flaws?: boolean | null;
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
  /** 广告起止提示：是否标明或者语音提示广告时段的起止 / Whether start and end of advertising are shown or spoken */
  ad_segments_announced?: boolean | null;
  /** 商家身份始终标明：是否始终标明自己是商品经营者、服务提供者，或者从账号名称可以识别 / Whether it always shows that it is the trader, or the account name does */
  trader_identity_shown?: boolean | null;
  /** 广告业务：直播间运营者的广告业务管理 / How the room operator runs its advertising */
  advertising?: AdBusiness | null;
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
  /** 广告业务：机构的广告业务管理 / How the agency runs its advertising */
  advertising?: AdBusiness | null;
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
  /** 短信表明身份：发送的广告是否明示发送者的真实身份和联系方式 / Whether messages name the true sender and contact */
  messages_name_sender?: boolean | null;
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
}

/** Anything that can be checked. */
export type Subject = Listing | Livestream | Agency | Shop | Checkout | Promotion | Platform;
