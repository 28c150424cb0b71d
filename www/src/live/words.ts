export const WORDS = {
  zh: {
    heading: "直播检查",
    transcript: "直播文字",
    lines: "逐段文字",
    local: "文字只在这台设备上检查，不会上传。",
    open: "打开文件",
    sample: "看一个例子",
    drop: "松手打开文件",
    play: "播放",
    pause: "暂停",
    step: "下一段",
    speed: "速度",
    times: (speed: number) => `${speed}×`,
    end: "结束",
    again: "重新开始",
    say: "说一句",
    placeholder: "说一句，按回车",
    send: "送入",
    empty: "打开带时间的字幕（.srt .vtt），按原来的时间一段段播放；或者在下面一句句输入。",
    how: ["话一说出就标出来，虚线的还可能变，实线的已定", "后面的话把它说清了，标记自己消失", "还要说的、还要答的，随时列在旁边"],
    waiting: "说出第一句后，问题会列在这里：先改什么、条文、原因，还有哪些话必须补上。",
    listening: "正在听",
    count: (heard: number, total: number) => (total ? `${heard} / ${total} 段` : `${heard} 段`),
    provisional: (count: number, all: number) => (count === all ? "暂定：后面说的话还可能改变它" : `其中 ${count} 处暂定`),
    latest: (quote: string, status: string, name: string) => `刚听到「${quote}」：${[status, name].filter(Boolean).join(" · ")}`,
    still: "还要说的、还要答的",
    lacked: "到结束还缺的",
    settled: "已了结",
    nothingLeft: "都说到了。",
    reach: "按分段实时检查，结论与整场一起检查相同；仅就话术本身和上面填写的商品信息。",
    stream: "直播记录",
    keys: "标记的含义",
    keyFinal: "已定",
    keyProvisional: "暂定",
  },
  en: {
    heading: "Check live speech",
    transcript: "Live transcript",
    lines: "Segments",
    local: "The text is checked on this device and never uploaded.",
    open: "Open a file",
    sample: "Show an example",
    drop: "Let go to open the file",
    play: "Play",
    pause: "Pause",
    step: "Next segment",
    speed: "Speed",
    times: (speed: number) => `${speed}×`,
    end: "Finish",
    again: "Start again",
    say: "Say a line",
    placeholder: "Say a line (in Chinese), press Enter",
    send: "Send",
    empty: "Open subtitles (.srt .vtt) to hear them at their own times, or type line by line below.",
    how: ["Marked as it is said: dashed may still change, solid is final", "What later words make clear loses its mark", "What is still to be said or answered is always listed beside it"],
    waiting: "After the first line, findings are listed here: what to change first, the article, the reason, and what must still be said.",
    listening: "Listening",
    count: (heard: number, total: number) => (total ? `${heard} of ${total} segments` : heard === 1 ? "1 segment" : `${heard} segments`),
    provisional: (count: number, all: number) => (count === all ? "Provisional: what is said next may change it" : `${count} of them provisional`),
    latest: (quote: string, status: string, name: string) => `Just heard “${quote}”: ${[status, name].filter(Boolean).join(" · ")}`,
    still: "Still to be said or answered",
    lacked: "Missing at the end",
    settled: "Settled",
    nothingLeft: "Everything was said.",
    reach: "Checked segment by segment; the result is that of a check of the whole. Only the words, and the goods as described above.",
    stream: "live transcript",
    keys: "What marks mean",
    keyFinal: "final",
    keyProvisional: "provisional",
  },
};

/** A stream with its times: words that segments cut, claims that later words clear, and a notice that comes late. */
export const SAMPLE = `WEBVTT

00:00.000 --> 00:02.600
<v 主播>家人们晚上好，欢迎来到直播间。

00:02.900 --> 00:05.200
<v 主播>今天第一个链接，这款保湿面霜，全网最

00:05.300 --> 00:07.400
<v 主播>低价，原价 399，现在只要 99。

00:07.800 --> 00:10.400
<v 助播>只剩最后三单，拍完就没有了。

00:10.800 --> 00:13.600
<v 主播>用料实在，最好先在耳后试用一下。

00:14.000 --> 00:17.200
<v 主播>第二个链接，这款保健食品，补充维生素，三天根治

00:17.300 --> 00:19.400
<v 主播>失眠，国家级的配方。

00:19.900 --> 00:22.600
<v 助播>收到货给五星好评，截图找客服返现五块。

00:23.000 --> 00:26.000
<v 主播>保健食品不是药物，不能代替药物治疗疾病。

00:26.400 --> 00:28.800
<v 主播>喜欢的家人可以下单了，七天无理由退货。
`;
