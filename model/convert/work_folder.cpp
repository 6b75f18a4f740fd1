// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/convert/work_folder.h"

#include "model/convert/remove_tree.h"

#include <array>
#include <cerrno>
#include <cstring>
#include <utility>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace model::convert {
namespace {

using reader::Descriptor;

/// Macros and other active content never run, and what a document links to is not looked for.
constexpr const char *settings = R"(<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update"><prop oor:name="Link" oor:op="fuse"><value>2</value></prop></item>
<item oor:path="/org.openoffice.Office.Calc/Content/Update"><prop oor:name="Link" oor:op="fuse"><value>2</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Misc"><prop oor:name="FirstRun" oor:op="fuse"><value>false</value></prop></item>
</oor:items>
)";

bool writeAll(int descriptor, const char *bytes, size_t length)
{
    while (length > 0) {
        const ssize_t written = ::write(descriptor, bytes, length);
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            return false;
        bytes += written;
        length -= static_cast<size_t>(written);
    }
    return true;
}

} // namespace

WorkFolder::WorkFolder(std::string path)
    : m_path(std::move(path))
    , m_isMade(mkdir(m_path.c_str(), 0700) == 0)
{
    m_isMade = m_isMade && make();
}

WorkFolder::~WorkFolder()
{
    removeTree(m_path);
}

bool WorkFolder::make() const
{
    const std::string user = std::string(profile) + "/user";
    for (const std::string &name :
         {std::string(home), std::string(profile), user, std::string(temporary), std::string(made)}) {
        if (mkdir((m_path + '/' + name).c_str(), 0700) != 0)
            return false;
    }
    return write((user + "/registrymodifications.xcu").c_str(), settings);
}

bool WorkFolder::write(const char *name, const char *text) const
{
    const Descriptor file(open((m_path + '/' + name).c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600));
    return file.isOpen() && writeAll(file.get(), text, std::strlen(text));
}

std::string WorkFolder::documentName(const QString &ending)
{
    return "document." + ending.toStdString();
}

bool WorkFolder::putDocument(int document, const QString &ending)
{
    const std::string path = m_path + '/' + documentName(ending);
    const Descriptor copy(open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0400));
    std::array<char, 64 * 1024> buffer;
    for (off_t at = 0; copy.isOpen();) {
        const ssize_t count = pread(document, buffer.data(), buffer.size(), at);
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0)
            return count == 0;
        if (!writeAll(copy.get(), buffer.data(), static_cast<size_t>(count)))
            return false;
        at += count;
    }
    return false;
}

Descriptor WorkFolder::openMade() const
{
    // Whoever wrote it is not trusted: it may have put a link there, or a pipe.
    Descriptor file(open((m_path + '/' + madeFile).c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
    struct stat facts {};
    if (!file.isOpen() || fstat(file.get(), &facts) != 0 || !S_ISREG(facts.st_mode) || facts.st_size == 0)
        return {};
    return file;
}

} // namespace model::convert
