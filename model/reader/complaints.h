// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace model::reader {

/// Sends what the libraries say of the file to the host as it comes, so that it is known even of a reader that then
/// dies. Past the limit it is dropped at next to no cost: some files make Poppler complain for gigabytes.
class Complaints final {
public:
    Complaints(int session, int limit)
        : m_session(session)
        , m_left(limit)
    {
    }
    void add(const QString &line);

private:
    int m_session;
    int m_left;
};

/// Leads what Poppler says to `complaints`, which must stay; nowhere when null. Never to standard error.
void leadPopplerTo(Complaints *complaints);

} // namespace model::reader
