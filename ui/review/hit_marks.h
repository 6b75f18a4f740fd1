// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/session/inquiry.h"

#include <QObject>

namespace ui::page {
class DocumentPane;
}

namespace ui::review {

/// Marks what is searched for in the case on all pages of the document in view, however it was opened.
class HitMarks final : public QObject {
    Q_OBJECT
public:
    HitMarks(model::session::CaseSession &session, page::DocumentPane &pane, QObject *parent = nullptr);

    void setQuery(const QString &query); ///< a sound one; empty for none
    void documentChanged();

private:
    void mark();

    model::session::CaseSession &m_session;
    page::DocumentPane &m_pane;
    model::session::Inquiry m_inquiry;
    QString m_query;
};

} // namespace ui::review
