// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/session/copy_differences.h"
#include "model/session/inquiry.h"

#include <QObject>

#include <optional>

namespace ui::page {
class PageBeside;
class PageView;
} // namespace ui::page

namespace ui::review {

/// While two documents stand beside each other to be compared: marks the words that differ on both, and turns to the
/// page beside that says what the page in view does.
class CopyComparison final : public QObject {
    Q_OBJECT
public:
    CopyComparison(model::session::CaseSession &session, page::PageView &view, page::PageBeside &beside,
                   QObject *parent = nullptr);

    /// The first is in view, the second comes to stand beside.
    void begin(const model::Sha256 &first, const model::Sha256 &second);
    void end();
    bool isShown() const { return m_comparison.has_value(); }

Q_SIGNALS:
    void told(const QString &sentence); ///< how many differences there are, or why it cannot be said

private:
    void mark();
    void follow();

    model::session::CaseSession &m_session;
    page::PageView &m_view;
    page::PageBeside &m_beside;
    model::session::Inquiry m_inquiry;
    std::optional<model::session::TextComparison> m_comparison;
    model::Sha256 m_second;
    int m_page = -1; ///< of the first, that the one beside was turned for
};

} // namespace ui::review
