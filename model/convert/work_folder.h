// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/reader/descriptor.h"

#include <QString>

#include <string>

namespace model::convert {

/// The folder that a conversion works in, and all that it may write to: the document, what is made of it, a profile of
/// its own for the office program, and a home. Goes with this object.
class WorkFolder final {
public:
    /// Makes it, with a profile in which no macro runs and no link is followed. It must not exist.
    explicit WorkFolder(std::string path);
    ~WorkFolder();
    WorkFolder(const WorkFolder &) = delete;
    WorkFolder &operator=(const WorkFolder &) = delete;

    bool isMade() const { return m_isMade; }
    const std::string &path() const { return m_path; }
    /// A read-only copy of the document, from its beginning.
    bool putDocument(int document, const QString &ending);
    /// What was made: an ordinary file of at least one byte, open for reading. Closed where there is none.
    reader::Descriptor openMade() const;

    // Names inside of it.
    static std::string documentName(const QString &ending);
    static constexpr const char *home = "home";
    static constexpr const char *profile = "profile";
    static constexpr const char *temporary = "tmp";
    static constexpr const char *made = "made";
    static constexpr const char *madeFile = "made/document.pdf";

private:
    bool write(const char *name, const char *text) const;
    bool make() const;

    const std::string m_path;
    bool m_isMade = false;
};

} // namespace model::convert
