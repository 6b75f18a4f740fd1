// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/place_memory.h"

#include "model/session/case_session.h"
#include "ui/page/page_view.h"

#include <QTimerEvent>

#include <utility>

namespace ui::review {
namespace {

constexpr int pauseMs = 2000;

} // namespace

PlaceMemory::PlaceMemory(model::session::CaseSession &session, page::PageView &view, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_view(view)
{
    connect(&view, &page::PageView::placeChanged, this, [this] {
        if (!m_document)
            return;
        m_place = m_view.place();
        m_pause.start(pauseMs, this);
    });
}

PlaceMemory::~PlaceMemory()
{
    leave();
}

void PlaceMemory::enter(const std::optional<model::Sha256> &document, const QString &kept)
{
    leave();
    if (document) {
        if (const auto place = page::placeFromText(kept))
            m_view.goToPlace(*place);
    }
    m_place = m_kept = m_view.place();
    m_document = document;
}

void PlaceMemory::leave()
{
    keep();
    m_document.reset();
}

void PlaceMemory::keep()
{
    m_pause.stop();
    if (m_document && m_place != m_kept)
        m_session.rememberOf(*m_document, page::toText(m_place));
    m_kept = m_place;
}

void PlaceMemory::timerEvent(QTimerEvent *event)
{
    if (event->timerId() == m_pause.timerId())
        keep();
    else
        QObject::timerEvent(event);
}

} // namespace ui::review
