//! `zhunze lsp`, spoken to as an editor does: messages over standard input and output.

mod common;

use common::{edit, scratch, zhunze};
use serde_json::{Value, json};
use std::io::{BufRead, BufReader, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

/// An editor with one pack open.
struct Editor {
    child: Child,
    to: ChildStdin,
    from: BufReader<ChildStdout>,
    next: u64,
    folder: PathBuf,
    /// The problems that were told last, by file name.
    problems: std::collections::BTreeMap<String, Vec<Value>>,
}

impl Editor {
    fn start(name: &str) -> Self {
        let dir = scratch(name);
        assert!(zhunze(&["new", "shop.mine", "--dir", dir.to_str().unwrap()]).status.success());
        let mut child = Command::new(env!("CARGO_BIN_EXE_zhunze"))
            .arg("lsp")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let (to, from) = (child.stdin.take().unwrap(), BufReader::new(child.stdout.take().unwrap()));
        let folder = dir.join("shop.mine");
        let mut editor = Self { child, to, from, next: 0, folder, problems: Default::default() };
        let told = editor.ask("initialize", json!({"capabilities": {}, "processId": null, "rootUri": null}));
        assert_eq!(told["serverInfo"]["name"], "zhunze");
        editor.tell("initialized", json!({}));
        editor
    }

    fn send(&mut self, message: Value) {
        let text = message.to_string();
        write!(self.to, "Content-Length: {}\r\n\r\n{text}", text.len()).unwrap();
        self.to.flush().unwrap();
    }

    fn read(&mut self) -> Value {
        let mut length = 0;
        loop {
            let mut line = String::new();
            assert!(self.from.read_line(&mut line).unwrap() > 0, "the server ended");
            match line.trim().split_once(": ") {
                Some(("Content-Length", n)) => length = n.parse().unwrap(),
                _ if line.trim().is_empty() => break,
                _ => {}
            }
        }
        let mut body = vec![0; length];
        self.from.read_exact(&mut body).unwrap();
        let message: Value = serde_json::from_slice(&body).unwrap();
        if message["method"] == "textDocument/publishDiagnostics" {
            let uri = message["params"]["uri"].as_str().unwrap();
            let name = uri.rsplit('/').next().unwrap().to_owned();
            self.problems.insert(name, message["params"]["diagnostics"].as_array().unwrap().clone());
        }
        message
    }

    fn tell(&mut self, method: &str, params: Value) {
        self.send(json!({"jsonrpc": "2.0", "method": method, "params": params}));
    }

    fn answer(&mut self, method: &str, params: Value) -> Value {
        self.next += 1;
        let id = self.next;
        self.send(json!({"jsonrpc": "2.0", "id": id, "method": method, "params": params}));
        loop {
            let message = self.read();
            if message["id"] == id {
                return message;
            }
        }
    }

    #[track_caller]
    fn ask(&mut self, method: &str, params: Value) -> Value {
        let message = self.answer(method, params);
        assert!(message.get("error").is_none(), "{message:#}");
        message["result"].clone()
    }

    fn uri(&self, file: &str) -> String {
        format!("file://{}", self.folder.join(file).display())
    }

    fn text(&self, file: &str) -> String {
        std::fs::read_to_string(self.folder.join(file)).unwrap()
    }

    /// Opens a file as it is on disk, and waits for its problems.
    fn open(&mut self, file: &str) -> Vec<Value> {
        let (uri, text) = (self.uri(file), self.text(file));
        let document = json!({"uri": uri, "languageId": "zhunze", "version": 1, "text": text});
        self.tell("textDocument/didOpen", json!({"textDocument": document}));
        self.wait(file)
    }

    /// Replaces an open file's text, and waits for its problems.
    fn change(&mut self, file: &str, text: &str) -> Vec<Value> {
        let document = json!({"uri": self.uri(file), "version": 2});
        self.tell("textDocument/didChange", json!({"textDocument": document, "contentChanges": [{"text": text}]}));
        self.wait(file)
    }

    fn wait(&mut self, file: &str) -> Vec<Value> {
        self.problems.remove(file);
        while !self.problems.contains_key(file) {
            self.read();
        }
        self.problems[file].clone()
    }

    fn at(&self, file: &str, text: &str, words: &str, inside: &str) -> Value {
        let start = text.find(words).unwrap_or_else(|| panic!("no `{words}`")) + words.find(inside).unwrap();
        json!({"textDocument": {"uri": self.uri(file)}, "position": position(text, start)})
    }

    fn end(mut self) {
        self.ask("shutdown", Value::Null);
        self.tell("exit", Value::Null);
        assert!(self.child.wait().unwrap().success());
    }
}

/// The protocol's position of a byte: lines, and UTF-16 units in them.
fn position(text: &str, at: usize) -> Value {
    let line = text[..at].matches('\n').count();
    let start = text[..at].rfind('\n').map_or(0, |n| n + 1);
    json!({"line": line, "character": text[start..at].encode_utf16().count()})
}

/// The text of a range.
fn slice(text: &str, range: &Value) -> String {
    let line = text.lines().nth(range["start"]["line"].as_u64().unwrap() as usize).unwrap();
    let units: Vec<u16> = line.encode_utf16().collect();
    let at = |end: &str| range[end]["character"].as_u64().unwrap() as usize;
    String::from_utf16(&units[at("start")..at("end")]).unwrap()
}

#[test]
fn problems_come_and_go_and_are_mended_by_their_fixes() {
    let mut editor = Editor::start("lsp-problems");
    assert_eq!(editor.open("rules.zz"), [] as [Value; 0]);
    // An emoji before the mistake: two UTF-16 units, four bytes.
    let wrong =
        editor.text("rules.zz").replace("# 词库是一组词", "# 😀词库").replace("(<催促词> |", "(\"😀\" | <催促语> |");
    let problems = editor.change("rules.zz", &wrong);
    let own: Vec<&Value> = problems.iter().filter(|p| slice(&wrong, &p["range"]).contains("催促语")).collect();
    assert!(!own.is_empty(), "{problems:#?}");
    assert!(own[0]["code"].as_str().unwrap().starts_with('E') && own[0]["source"] == "zhunze");
    let params = json!({
        "textDocument": {"uri": editor.uri("rules.zz")}, "range": own[0]["range"], "context": {"diagnostics": [own[0]]}
    });
    let actions = editor.ask("textDocument/codeAction", params);
    let edit = &actions[0]["edit"]["changes"][editor.uri("rules.zz")][0];
    assert_eq!(
        (edit["newText"].as_str(), slice(&wrong, &edit["range"])),
        (Some("催促词"), "催促语".to_owned()),
        "{actions:#}"
    );
    let mended = wrong.replace("催促语", "催促词");
    assert_eq!(editor.change("rules.zz", &mended), [] as [Value; 0]);
    editor.end();
}

#[test]
fn names_are_explained_gone_to_and_renamed() {
    let mut editor = Editor::start("lsp-names");
    editor.open("rules.zz");
    editor.open("rules.test.zz");
    let (rules, tests) = (editor.text("rules.zz"), editor.text("rules.test.zz"));
    // An article, with its description from another file of the pack.
    let hover = editor.ask("textDocument/hover", editor.at("rules.zz", &rules, "依据 shop-mine 第二条", "第二条"));
    assert!(hover["contents"]["value"].as_str().unwrap().contains("不得用虚构的紧张气氛催促下单"), "{hover:#}");
    // A rule, by its id in a scenario, with its reason.
    let hover =
        editor.ask("textDocument/hover", editor.at("rules.test.zz", &tests, "期望 pressing-buyers", "pressing-buyers"));
    assert!(hover["contents"]["value"].as_str().unwrap().contains("不要用虚构的紧张气氛"), "{hover:#}");
    // A field and a subject of a built-in pack.
    let hover = editor.ask("textDocument/hover", editor.at("rules.zz", &rules, "格.库存 <= 0", "库存"));
    assert!(hover["contents"]["value"].as_str().unwrap().contains("可售数量"), "{hover:#}");
    // From the scenario to the rule in the other file.
    let places =
        editor.ask("textDocument/definition", editor.at("rules.test.zz", &tests, "期望 pressing-buyers", "buyers"));
    assert_eq!(places[0]["uri"], editor.uri("rules.zz"));
    assert_eq!(slice(&rules, &places[0]["range"]), "催促下单");
    let references = editor.ask(
        "textDocument/references",
        [editor.at("rules.zz", &rules, "规则 催促下单", "催促下单"), json!({"context": {"includeDeclaration": true}})]
            .into_iter()
            .fold(json!({}), |mut all, part| {
                all.as_object_mut().unwrap().extend(part.as_object().unwrap().clone());
                all
            }),
    );
    assert!(references.as_array().unwrap().len() > 3, "{references:#}");
    // The id is renamed where the id is written, in both files; the Chinese name stays.
    let mut params = editor.at("rules.zz", &rules, "(pressing-buyers)", "pressing");
    params["newName"] = json!("hurrying-buyers");
    let changes = editor.ask("textDocument/rename", params)["changes"].clone();
    for (file, text) in [("rules.zz", &rules), ("rules.test.zz", &tests)] {
        let edits = changes[editor.uri(file)].as_array().unwrap_or_else(|| panic!("{changes:#}"));
        assert_eq!(edits.len(), text.matches("pressing-buyers").count(), "{file}");
        assert!(edits.iter().all(|e| slice(text, &e["range"]) == "pressing-buyers"));
    }
    let mut params = editor.at("rules.zz", &rules, "词库 催促词", "催促词");
    params["newName"] = json!("3不");
    let refused = editor.answer("textDocument/rename", params);
    assert!(refused["error"]["message"].as_str().unwrap().contains("不能作名称"), "{refused:#}");
    editor.end();
}

#[test]
fn what_fits_is_offered_and_the_file_is_laid_out_and_folded() {
    let mut editor = Editor::start("lsp-completion");
    let labels = |items: &Value| -> Vec<String> {
        items.as_array().unwrap().iter().map(|i| i["label"].as_str().unwrap().to_owned()).collect()
    };
    editor.open("rules.zz");
    let rules = editor.text("rules.zz");
    let ask = |editor: &mut Editor, words: &str, after: &str| {
        let mut at = editor.at("rules.zz", &rules, words, after);
        let column = at["position"]["character"].as_u64().unwrap() + after.encode_utf16().count() as u64;
        at["position"]["character"] = json!(column);
        labels(&editor.ask("textDocument/completion", at))
    };
    let words = ask(&mut editor, "禁止 出现 <催促说法>", "<");
    assert!(words.contains(&"催促说法".to_owned()) && !words.contains(&"规则".to_owned()), "{words:?}");
    let fields = ask(&mut editor, "格.库存", "格.");
    assert!(fields.contains(&"库存".to_owned()) && !fields.contains(&"催促词".to_owned()), "{}", fields.len());
    let contexts = ask(&mut editor, "  排除 否定", "排除 ");
    assert!(contexts.contains(&"否定".to_owned()) && contexts.contains(&"有后台数据".to_owned()), "{contexts:?}");
    let inside = ask(&mut editor, "例 违反 \"秋款上新", "秋款");
    assert_eq!(inside, [] as [String; 0], "nothing is offered inside a text");

    let document =
        json!({"textDocument": {"uri": editor.uri("rules.zz")}, "options": {"tabSize": 2, "insertSpaces": true}});
    assert_eq!(editor.ask("textDocument/formatting", document.clone()), json!([]));
    editor.change("rules.zz", &rules.replace("  级别 中", "级别      中"));
    let edits = editor.ask("textDocument/formatting", document.clone());
    assert_eq!(edits[0]["newText"].as_str(), Some(rules.as_str()));
    editor.change("rules.zz", &rules.replace("级别 中", "级别 中 {"));
    let refused = editor.answer("textDocument/formatting", document);
    assert!(refused.get("error").is_some(), "what does not parse is left as it is");

    editor.change("rules.zz", &rules);
    let folds = editor.ask("textDocument/foldingRange", json!({"textDocument": {"uri": editor.uri("rules.zz")}}));
    let line = |words: &str| rules[..rules.find(words).unwrap()].matches('\n').count() as u64;
    let starts: Vec<u64> = folds.as_array().unwrap().iter().map(|f| f["startLine"].as_u64().unwrap()).collect();
    assert!(starts.contains(&line("规则 催促下单")) && starts.contains(&line("  除非 数据属实")), "{folds:#}");
    let symbols = editor.ask("textDocument/documentSymbol", json!({"textDocument": {"uri": editor.uri("rules.zz")}}));
    assert!(symbols.as_array().unwrap().iter().any(|s| s["name"] == "无库存上架"), "{symbols:#}");
    editor.end();
}

/// Another file of the pack that changes on disk is read anew.
#[test]
fn a_file_that_changes_on_disk_is_read() {
    let mut editor = Editor::start("lsp-disk");
    assert_eq!(editor.open("rules.zz"), [] as [Value; 0]);
    let pack: PathBuf = editor.folder.join("pack.zz");
    edit(
        Path::new(&pack),
        "  第二条 \"不得用虚构的紧张气氛催促下单\" \"No pressing buyers by an invented rush\"\n",
        "",
    );
    let uri = editor.uri("pack.zz");
    editor.tell("workspace/didChangeWatchedFiles", json!({"changes": [{"uri": uri, "type": 2}]}));
    let problems = editor.wait("rules.zz");
    assert!(!problems.is_empty(), "the rule cites an article that is gone");
    editor.end();
}
