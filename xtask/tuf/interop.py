"""Interoperation with The Update Framework's reference implementation, in both directions.

ours to theirs: a repository that `zhunze publish` writes, taken in by `tuf.ngclient`;
theirs to ours: a repository made with `tuf.api`, taken in by `zhunze pull`.

usage: interop.py ZHUNZE PACK_SOURCE WORK_FOLDER
"""

import datetime
import functools
import hashlib
import http.server
import json
import os
import pathlib
import shutil
import subprocess
import sys
import threading

from cryptography.hazmat.primitives.serialization import load_pem_private_key
from securesystemslib.signer import CryptoSigner
from tuf.api.exceptions import DownloadError, ExpiredMetadataError, RepositoryError
from tuf.api.metadata import Metadata, MetaFile, Root, Snapshot, TargetFile, Targets, Timestamp
from tuf.ngclient import Updater

ZHUNZE, SOURCE, WORK = sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])
ROLES = ["root", "targets", "snapshot", "timestamp"]


def zhunze(*args, code=0):
    done = subprocess.run([ZHUNZE, *map(str, args)], cwd=WORK, capture_output=True, text=True)
    assert done.returncode == code, f"zhunze {args}: {done.returncode}\n{done.stdout}{done.stderr}"
    return done


def pack(version):
    """The example pack in a version, as bytes."""
    folder, built = WORK / f"source-{version}", WORK / f"v{version}/shop.zzb"
    shutil.copytree(SOURCE, folder)
    built.parent.mkdir()
    text = (folder / "pack.zz").read_text("utf-8")
    assert "(1)" in text
    (folder / "pack.zz").write_text(text.replace("(1)", f"({version})", 1), "utf-8")
    zhunze("build", folder, "-o", built)
    return built


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass


def serve(folder):
    """Serves a folder; answers its address."""
    handler = functools.partial(Quiet, directory=str(folder))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return f"http://127.0.0.1:{server.server_address[1]}"


def ours_to_theirs(packs):
    keys = WORK / "keys"
    for name in ["root-1", "root-2", "root-3", "packs-1", "packs-2", "online"]:
        zhunze("keygen", "-o", keys / f"{name}.key")
    public = lambda *names: ",".join(str(keys / f"{name}.key.pub") for name in names)
    private = lambda *names: [arg for name in names for arg in ("--key", keys / f"{name}.key")]

    # What we call a key is what they call it, and they sign with the files that we write.
    for file in keys.glob("*.pub"):
        value = json.loads(file.read_text())
        signer = CryptoSigner(load_pem_private_key(file.with_suffix("").read_bytes(), None))
        assert signer.public_key.keyid == value["keyid"]
        assert signer.public_key.keyval["public"] == value["keyval"]["public"]

    online = ["--role", f"snapshot={public('online')}", "--role", f"timestamp={public('online')}"]
    zhunze("root", "-o", "1.json", "--role", f"root={public('root-1', 'root-2')}", "--threshold", "root=2",
           "--role", f"targets={public('packs-1')}", *online)
    zhunze("sign", "1.json", *private("root-1"))
    zhunze("sign", "1.json", *private("root-2"))
    zhunze("sign", packs[1], "-o", "t1.json", *private("packs-1"), "--issuer", "某市 \"市场\" 监管局 \\",
           "--law-status", "2026-11-20")
    zhunze("publish", "site", packs[1], "--root", "1.json", "--targets", "t1.json", *private("online"))

    base, local, taken = serve(WORK / "site"), WORK / "their-client", WORK / "their-packs"
    bootstrap = (WORK / "1.json").read_bytes()
    taken.mkdir()

    def update():
        client = Updater(str(local), f"{base}/metadata/", str(taken), f"{base}/targets/", bootstrap=bootstrap)
        client.refresh()
        info = client.get_targetinfo("shop.zzb")
        return info, pathlib.Path(client.download_target(info)).read_bytes()

    info, taken_in = update()
    assert taken_in == packs[1].read_bytes()
    assert info.custom["zhunze"]["issuer"] == "某市 \"市场\" 监管局 \\"
    assert (info.custom["zhunze"]["id"], info.custom["zhunze"]["version"]) == ("shop.rules", 1)

    # A key of the root and the key of the packs are replaced, and version 2 is published.
    zhunze("root", "--from", "1.json", "-o", "2.json", "--role", f"root={public('root-2', 'root-3')}",
           "--role", f"targets={public('packs-2')}")
    zhunze("sign", "2.json", *private("root-1", "root-2", "root-3"))
    zhunze("sign", packs[2], "-o", "t2.json", "--after", "t1.json", *private("packs-2"), "--law-status", "2026-11-21")
    zhunze("publish", "site", packs[2], "--root", "2.json", "--targets", "t2.json", *private("online"))
    info, taken_in = update()
    assert taken_in == packs[2].read_bytes()
    assert info.custom["zhunze"]["version"] == 2

    # What we would not publish, and what they would refuse as we do.
    refused = zhunze("publish", "site", packs[2], "--targets", "t1.json", *private("online"), code=2)
    assert "[older]" in refused.stderr, refused.stderr
    timestamp = WORK / "site/metadata/timestamp.json"
    good = timestamp.read_bytes()
    timestamp.write_bytes(good.replace(b'"version": 2', b'"version": 3'))
    try:
        update()
        raise AssertionError("their client took a forged timestamp")
    except RepositoryError:
        pass
    timestamp.write_bytes(good)
    update()


def theirs_to_ours(packs):
    site, base = WORK / "their-site", None
    (site / "metadata").mkdir(parents=True)
    (site / "targets").mkdir()
    now = datetime.datetime.now(datetime.timezone.utc).replace(microsecond=0)
    signers = {role: CryptoSigner.generate_ed25519() for role in ROLES}
    # Keys of other kinds may stand in a root; ours go on beside them.
    other = CryptoSigner.generate_ecdsa()
    root = Metadata(Root(expires=now + datetime.timedelta(days=365), consistent_snapshot=True))
    for role in ROLES:
        root.signed.add_key(signers[role].public_key, role)
    root.signed.add_key(other.public_key, "snapshot")
    targets = Metadata(Targets(expires=now + datetime.timedelta(days=90)))
    snapshot = Metadata(Snapshot(expires=now + datetime.timedelta(days=30)))
    timestamp = Metadata(Timestamp(expires=now + datetime.timedelta(days=1)))

    def write(role, metadata, path, also=()):
        metadata.sign(signers[role])
        for signer in also:
            metadata.sign(signer, append=True)
        metadata.to_file(str(site / "metadata" / path))

    def release(file, version):
        info = TargetFile.from_file("shop.zzb", str(file))
        stamp = lambda at: at.strftime("%Y-%m-%dT%H:%M:%SZ")
        info.unrecognized_fields["custom"] = {"zhunze": {
            "issuer": "另一家", "id": "shop.rules", "version": version,
            "issued": stamp(now), "expires": stamp(now + datetime.timedelta(days=365)),
            "engine": {"from": "0.1.0", "below": "1.0.0"}, "law_status": "2026-11-20",
        }}
        digest = hashlib.sha256(file.read_bytes()).hexdigest()
        shutil.copy(file, site / f"targets/{digest}.shop.zzb")
        targets.signed.targets["shop.zzb"] = info
        # The snapshot says no more than a version, which is all that TUF asks for.
        snapshot.signed.meta["targets.json"] = MetaFile(version=targets.signed.version)
        timestamp.signed.snapshot_meta = MetaFile(version=snapshot.signed.version)
        write("targets", targets, f"{targets.signed.version}.targets.json")
        write("snapshot", snapshot, f"{snapshot.signed.version}.snapshot.json", [other])
        write("timestamp", timestamp, "timestamp.json")

    write("root", root, "1.root.json")
    release(packs[1], 1)
    base = serve(site)
    zhunze("verify", site, "--root", site / "metadata/1.root.json")
    zhunze("pull", base, "-o", "ours", "--root", site / "metadata/1.root.json")
    assert (WORK / "ours/shop.zzb").read_bytes() == packs[1].read_bytes()

    # The key of the packs is replaced, and version 2 is published.
    old = signers["targets"]
    signers["targets"] = CryptoSigner.generate_ed25519()
    root.signed.revoke_key(old.public_key.keyid, "targets")
    root.signed.add_key(signers["targets"].public_key, "targets")
    for metadata in [root, targets, snapshot, timestamp]:
        metadata.signed.version += 1
    write("root", root, "2.root.json")
    first = (site / "metadata/timestamp.json").read_bytes()
    release(packs[2], 2)
    done = zhunze("pull", base, "-o", "ours", "--format", "json")
    assert json.loads(done.stdout)["root"] == 2
    assert (WORK / "ours/shop.zzb").read_bytes() == packs[2].read_bytes()

    # What we refuse: an older release, the revoked key, a pack that is altered, what is out of date.
    def refused(code):
        done = zhunze("pull", base, "-o", "ours", "--format", "json", code=1)
        assert json.loads(done.stdout)["error"]["code"] == code, done.stdout
        assert (WORK / "ours/shop.zzb").read_bytes() == packs[2].read_bytes()

    latest = (site / "metadata/timestamp.json").read_bytes()
    (site / "metadata/timestamp.json").write_bytes(first)
    refused("older")
    (site / "metadata/timestamp.json").write_bytes(latest)
    for metadata in [targets, snapshot, timestamp]:
        metadata.signed.version += 1
    new, signers["targets"] = signers["targets"], old
    release(packs[3], 3)
    refused("wrong-key")
    signers["targets"] = new
    release(packs[3], 3)
    file = next((site / "targets").glob(hashlib.sha256(packs[3].read_bytes()).hexdigest() + "*"))
    file.write_bytes(file.read_bytes()[:-1] + b"x")
    refused("altered")
    file.write_bytes(packs[3].read_bytes())
    timestamp.signed.expires = now - datetime.timedelta(days=1)
    timestamp.signed.version += 1
    write("timestamp", timestamp, "timestamp.json")
    refused("expired")
    timestamp.signed.expires = now + datetime.timedelta(days=1)
    timestamp.signed.version += 1
    write("timestamp", timestamp, "timestamp.json")
    zhunze("pull", base, "-o", "ours")
    assert (WORK / "ours/shop.zzb").read_bytes() == packs[3].read_bytes()


def main():
    for name in ["http_proxy", "HTTP_PROXY", "https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"]:
        os.environ.pop(name, None)
    shutil.rmtree(WORK, ignore_errors=True)
    WORK.mkdir(parents=True)
    packs = {version: pack(version) for version in [1, 2, 3]}
    ours_to_theirs(packs)
    print("ours to theirs: tuf.ngclient takes in two releases and a root with new keys, and refuses a forged timestamp")
    theirs_to_ours(packs)
    print("theirs to ours: zhunze takes in three releases and a root with new keys, and refuses four attacks")


main()
