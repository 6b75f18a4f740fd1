// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>

namespace ui {

/// A line to type in that, while nobody types, ends in an ellipsis where its text has no room. The whole text comes
/// first in its tool tip.
class ElidedLineEdit final : public QLineEdit {
    Q_OBJECT
public:
    using QLineEdit::QLineEdit;

    void setHint(const QString &hint); ///< of the tool tip, below the text
    bool isElided() const;

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    int room() const; ///< for text, in pixels

    QString m_hint;
};

} // namespace ui
