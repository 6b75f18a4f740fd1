# SPDX-License-Identifier: GPL-3.0-or-later
# Sourced by the scripts beside it: installs the Debian packages that are missing. Does nothing when all are there.

install_missing_packages() { # FILE...: lists of packages, one a line
    local missing=() package
    while read -r package; do
        dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$package")
    done < <(grep -hv '^#' "$@")
    [ ${#missing[@]} -eq 0 ] && return
    echo "Installing Debian packages: ${missing[*]}" >&2
    local root=()
    if [ "$(id -u)" -ne 0 ]; then
        echo "This needs administrator rights; sudo may ask for your password." >&2
        root=(sudo)
    fi
    "${root[@]}" apt-get update -qq >&2
    "${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >&2
}
