#!/usr/bin/env bash
# What is given to those who install: the program, a Debian package, an inventory of its components (CycloneDX), checksums.
# Everything is written in target/dist; nothing is signed: signing is for whoever publishes.
set -euo pipefail
cd "$(dirname "$0")/.."

CARGO_DEB=3.8.0
CYCLONEDX=0.5.9
TOOLS=$PWD/target/dist-tools
OUT=$PWD/target/dist-files
VERSION=$(cargo pkgid --package parvis-server | sed 's/.*[#@]//')
NAME=parvis-$VERSION-$(rustc -vV | sed -n 's/^host: //p')

# The instant of the commit, so that archives made twice from one commit hold the same dates.
SOURCE_DATE_EPOCH=$(git log -1 --format=%ct)
export SOURCE_DATE_EPOCH

tools() {
    [ -x "$TOOLS/bin/cargo-deb" ] && [ -x "$TOOLS/bin/cargo-cyclonedx" ] && return
    echo "Tools: minutes the first time"
    cargo install --quiet --locked --root "$TOOLS" "cargo-deb@$CARGO_DEB" "cargo-cyclonedx@$CYCLONEDX"
}

program() {
    echo "Program: minutes, it is optimised as a whole"
    cargo build --locked --profile dist --bin parvis
}

archive() {
    local folder=$OUT/$NAME
    mkdir -p "$folder/procedures" "$folder/LICENSES"
    install -m 755 target/dist/parvis "$folder/parvis"
    install -m 644 LICENSE LISEZMOI.md README.md CHANGELOG.md parvis.example.toml packaging/parvis.service "$folder"
    install -m 644 LICENSES/*.txt "$folder/LICENSES"
    install -m 644 procedures/*.yaml "$folder/procedures"
    cp -r docs "$folder/docs"
    tar --create --gzip --file "$OUT/$NAME.tar.gz" --directory "$OUT" \
        --sort=name --owner=0 --group=0 --numeric-owner --mtime="@$SOURCE_DATE_EPOCH" "$NAME"
    rm -r "$folder"
}

debian_package() {
    PATH=$TOOLS/bin:$PATH cargo deb --quiet --no-build --no-strip --profile dist --package parvis-server --output "$OUT/"
}

# The components of the program as it is built, not those of tests and tools.
inventory() {
    PATH=$TOOLS/bin:$PATH cargo cyclonedx --quiet --format json --spec-version 1.5 --describe binaries \
        --target "$(rustc -vV | sed -n 's/^host: //p')" --manifest-path crates/server/Cargo.toml
    # Where the sources were on this machine is nobody's business.
    sed "s|$PWD|/parvis|g" crates/server/parvis_bin.cdx.json >"$OUT/$NAME.cdx.json"
    find crates xtask -name '*.cdx.json' -delete
}

rm -rf "$OUT"
mkdir -p "$OUT"
tools
program
archive
debian_package
inventory
cp packaging/container/Containerfile "$OUT/"
(cd "$OUT" && sha256sum -- * >SHA256SUMS && sha256sum --check --quiet SHA256SUMS)
echo "In target/dist-files:"
ls -lh "$OUT"
