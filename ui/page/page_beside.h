// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/session/document_on_view.h"
#include "model/session/inquiry.h"
#include "model/session/page_tags.h"
#include "ui/page/page_place.h"

#include <QHash>
#include <QWidget>

#include <optional>
#include <variant>

class QLabel;

namespace ui {
class ElidedLabel;
}

namespace ui::page {

class PageView;

/// A document that is looked at beside something else: its pages with their tags, to be scrolled, zoomed and searched
/// for words by eye, but not worked on.
class PageBeside final : public QWidget {
    Q_OBJECT
public:
    /// `name` is what its parts are called after.
    PageBeside(model::session::CaseSession &session, const QString &name, QWidget *parent = nullptr);
    ~PageBeside() override;

    /// Asks for the document; `passwords` are those that were typed before.
    void show(const model::Sha256 &document, const PagePlace &place, const QByteArrayList &passwords = {});
    void show(const model::Passage &passage); ///< framed
    void clear(const QString &sentence);

    PageView &view() { return *m_view; }
    const std::optional<model::Sha256> &document() const { return m_document; }

Q_SIGNALS:
    void shown(); ///< another document is in view, or none
    void left();  ///< Escape with nothing to leave on the page, or the button for it

private:
    using Goal = std::variant<PagePlace, model::Passage>;
    void load(const model::Sha256 &document, const Goal &goal, const QByteArrayList &passwords);
    void open(model::session::DocumentOnView document, const Goal &goal, const QByteArrayList &passwords);
    void goTo(const Goal &goal);
    void askTags();
    void tellPage();

    model::session::CaseSession &m_session;
    model::session::Inquiry m_loading;
    model::session::Inquiry m_asking; ///< for the tags
    std::optional<model::Sha256> m_document;
    QString m_documentTitle;
    std::vector<model::PageFrame> m_frames;
    ElidedLabel *m_title = nullptr;
    QLabel *m_sentence = nullptr;
    PageView *m_view = nullptr;
};

} // namespace ui::page
