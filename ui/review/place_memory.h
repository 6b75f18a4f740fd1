// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/sha256.h"
#include "ui/page/page_place.h"

#include <QBasicTimer>
#include <QObject>

#include <optional>

namespace model::session {
class CaseSession;
}
namespace ui::page {
class PageView;
}

namespace ui::review {

/// Keeps in the case where in each document the reporter was and how its pages were shown, and goes there when it is
/// opened again.
class PlaceMemory final : public QObject {
    Q_OBJECT
public:
    PlaceMemory(model::session::CaseSession &session, page::PageView &view, QObject *parent = nullptr);
    ~PlaceMemory() override;

    /// The document that is in view now, and what was kept of it; nothing where none is.
    void enter(const std::optional<model::Sha256> &document, const QString &kept = {});
    void leave(); ///< before the view shows another one: keeps the place

protected:
    void timerEvent(QTimerEvent *event) override;

private:
    void keep();

    model::session::CaseSession &m_session;
    page::PageView &m_view;
    std::optional<model::Sha256> m_document;
    page::PagePlace m_place; ///< of the document; of the view only while that lasts
    page::PagePlace m_kept;
    QBasicTimer m_pause; ///< so that scrolling is not written step by step
};

} // namespace ui::review
