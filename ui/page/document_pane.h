// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/session/document_on_view.h"
#include "ui/page/page_bar.h"
#include "ui/page/page_view.h"

#include <QWidget>

#include <optional>

class QLabel;
class QLineEdit;
class QPushButton;
class QStackedWidget;

namespace ui::page {

class FindBar;
class HiddenBar;

/// The middle of the reading place: the pages of a document, or a sentence that says why there are none and what can be
/// done about it.
class DocumentPane final : public QWidget {
    Q_OBJECT
public:
    explicit DocumentPane(QWidget *parent = nullptr);

    PageView &view() { return *m_view; }
    PageBar &bar() { return *m_bar; }
    FindBar &findBar() { return *m_find; }
    const std::optional<model::session::DocumentOnView> &document() const { return m_document; }

    /// `action`: what a button offers to do about it; none where empty.
    void showNothing(const QString &sentence, const QString &action = {});
    /// A refused or waiting document shows why; `source` is not used then. `passwords` are those that were typed
    /// before, for whichever document.
    void showDocument(model::session::DocumentOnView document, std::unique_ptr<model::session::PageSource> source,
                      const QByteArrayList &passwords = {});
    void setPagesRead(std::vector<bool> read);
    bool isPageRead(int pageIndex) const;
    bool showsPages() const;

Q_SIGNALS:
    void passwordTyped(const QByteArray &password);
    void retryRequested(const model::Sha256 &document, const QByteArray &password);
    void actionRequested(); ///< what showNothing() offered
    void documentShown();   ///< another one, or none; what it has is to be asked anew
    void pagesReadChanged();
    void factsRead(const model::DocumentFacts &facts); ///< once the document in view is open

private:
    QWidget *makeReasonPage();
    void showReason(const QString &title, const QString &sentence, bool canRetry, bool needsPassword);
    void sourceFailed(const model::Error &error);
    void retry();

    std::optional<model::session::DocumentOnView> m_document;
    QStackedWidget *m_stack = nullptr;
    PageView *m_view = nullptr;
    PageBar *m_bar = nullptr;
    FindBar *m_find = nullptr;
    HiddenBar *m_hidden = nullptr;
    QWidget *m_pages = nullptr;
    QLabel *m_reasonTitle = nullptr;
    QLabel *m_reason = nullptr;
    QLineEdit *m_password = nullptr;
    QPushButton *m_retry = nullptr;
    QPushButton *m_action = nullptr;
};

} // namespace ui::page
