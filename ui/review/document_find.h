// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/session/find_in_document.h"
#include "model/session/inquiry.h"
#include "ui/page/text_cursor.h"

#include <QObject>

#include <optional>

namespace ui::page {
class DocumentPane;
}

namespace ui::review {

/// Finds in the document in view while the reporter types, marks all places on the pages and goes from one to the next,
/// beginning at the page in view.
class DocumentFind final : public QObject {
    Q_OBJECT
public:
    DocumentFind(model::session::CaseSession &session, page::DocumentPane &pane, QObject *parent = nullptr);

    void open();              ///< or, where it is open, goes back to its field; takes what is selected
    void step(int direction); ///< from the last place to the first and back
    /// The place that was gone to stays selected, so that it can be tagged at once.
    void leave();
    bool isOpen() const;
    void documentChanged(); ///< looks for the same words in the one in view now

private:
    void look();
    void show(model::session::FoundInDocument found);
    void goTo(qsizetype place);
    void tell();
    void forget(); ///< what was found, and what is still asked

    model::session::CaseSession &m_session;
    page::DocumentPane &m_pane;
    model::session::Inquiry m_inquiry;
    model::session::FoundInDocument m_found;
    std::optional<qsizetype> m_at;               ///< number of the place that was gone to
    std::optional<page::TextPosition> m_begunAt; ///< the first place behind it is gone to first
    bool m_wrapped = false;                      ///< the last step led from one end to the other
};

} // namespace ui::review
