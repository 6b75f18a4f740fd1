// SPDX-License-Identifier: GPL-3.0-or-later
// Linked into the test binaries that are pointless without the shared folder.

bool needsSharedFolder();

bool needsSharedFolder()
{
    return true;
}
