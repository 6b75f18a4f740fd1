// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QTextBrowser;

namespace ui::help {

/// A page of help beside the window; Escape closes it. Follows no link.
class HelpWindow final : public QDialog {
    Q_OBJECT
public:
    explicit HelpWindow(QWidget *parent);

    void showPage(const QString &title, const QString &html);

private:
    QTextBrowser *m_text = nullptr;
};

} // namespace ui::help
