// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>

/// What the probe tries, in this order; it prints a line "NAME yes" or "NAME no" for each, "yes" for done.
inline constexpr std::array forbiddenActs{"open-home",
                                          "open-etc",
                                          "open-proc",
                                          "open-folder",
                                          "make-file",
                                          "make-folder",
                                          "remove-file",
                                          "socket-inet",
                                          "socket-inet6",
                                          "socket-unix",
                                          "socket-netlink",
                                          "socket-packet",
                                          "socketpair",
                                          "exec",
                                          "fork",
                                          "thread",
                                          "ptrace",
                                          "kill",
                                          "read-memory",
                                          "write-memory",
                                          "io-uring",
                                          "unlisted-call",
                                          "executable-memory",
                                          "mount",
                                          "raise-limit",
                                          "signal-parent",
                                          "pass-descriptor",
                                          "keyring",
                                          "userfault",
                                          "chdir"};
inline constexpr std::array readableFiles{"open-font", "open-poppler-data"};
